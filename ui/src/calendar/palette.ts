// What the palette offers of the calendar. Loaded once, with the list of rooms.
import Calendar from "@lucide/svelte/icons/calendar";
import Flag from "@lucide/svelte/icons/flag";

import { registerAction } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "calendar-entry",
  titleKey: "calendar-entry-new",
  aliases: ["catat kalender", "entri kalender", "new calendar entry", "appointment"],
  icon: Calendar,
  run: () => {
    navigate("/calendar", { query: { new: 1 } });
  },
});

registerAction({
  id: "calendar-holidays",
  titleKey: "holiday-title",
  aliases: ["hari libur", "cuti bersama", "tanggal merah", "holidays"],
  icon: Flag,
  run: () => {
    navigate("/calendar", { query: { holidays: 1 } });
  },
});

registerAction({
  id: "calendar-files",
  titleKey: "calendar-exchange",
  aliases: ["impor kalender", "langganan kalender", "ics", "subscribe", "import calendar"],
  icon: Calendar,
  run: () => {
    navigate("/calendar", { query: { exchange: 1 } });
  },
});
