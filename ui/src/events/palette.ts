// What the palette offers of press events. Loaded once, with the list of rooms.
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import CalendarPlus from "@lucide/svelte/icons/calendar-plus";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import Scale from "@lucide/svelte/icons/scale";
import Files from "@lucide/svelte/icons/files";

import { call } from "../api/call";
import { formatDate, t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "event-new",
  titleKey: "event-new",
  aliases: [
    "kegiatan baru",
    "konferensi pers",
    "jumpa pers",
    "press tour",
    "press gathering",
    "new event",
    "press conference",
  ],
  icon: CalendarPlus,
  run: () => {
    navigate("/events", { query: { new: 1 } });
  },
});

registerAction({
  id: "event-fairness",
  titleKey: "fairness-title",
  aliases: ["pemerataan", "siapa belum pernah diundang", "press tour", "fairness", "who never"],
  icon: Scale,
  run: () => {
    navigate("/events/fairness");
  },
});

registerAction({
  id: "event-templates",
  titleKey: "event-templates",
  aliases: ["templat kegiatan", "event templates"],
  icon: Files,
  run: () => {
    navigate("/events/templates");
  },
});

registerAction({
  id: "event-notes",
  titleKey: "event-notes-title",
  aliases: ["aspirasi", "aspirasi warga", "pertanyaan wartawan", "aspirations", "questions"],
  icon: MessagesSquare,
  run: () => {
    navigate("/events/notes");
  },
});

registerRecords({
  id: "events",
  titleKey: "nav-events",
  find: async (text) => {
    const page = await call("event_list", { search: text, limit: 6 });
    return page.rows.map((row) => ({
      id: `event-${row.id}`,
      title: row.title,
      hint: [t(`event-kind-${row.kind}`), formatDate(row.begins_at, "medium", row.zone), row.venue]
        .filter(Boolean)
        .join(" · "),
      icon: CalendarCheck,
      run: () => {
        navigate(`/events/${row.id}`);
      },
    }));
  },
});
