// What the palette offers of enquiries and statements. Loaded once, with the list of rooms.
import BookText from "@lucide/svelte/icons/book-text";
import CircleQuestion from "@lucide/svelte/icons/circle-question-mark";
import Plus from "@lucide/svelte/icons/plus";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "enquiry-new",
  titleKey: "enquiry-new",
  aliases: [
    "permintaan konfirmasi",
    "permintaan wawancara",
    "pertanyaan wartawan",
    "enquiry",
    "interview",
  ],
  icon: Plus,
  run: () => {
    navigate("/enquiries", { query: { new: 1 } });
  },
});
registerAction({
  id: "statement-library",
  titleKey: "statement-library",
  aliases: ["pernyataan resmi", "statements", "cleared"],
  icon: BookText,
  run: () => {
    navigate("/enquiries/statements");
  },
});

registerRecords({
  id: "enquiries",
  titleKey: "nav-enquiries",
  find: async (text) => {
    const page = await call("enquiry_list", { search: text, limit: 6 });
    return page.rows.map((row) => ({
      id: `enquiry-${row.id}`,
      title: row.subject,
      hint: [row.who, row.outlet, t(`enquiry-state-${row.state}`)].filter(Boolean).join(" · "),
      icon: CircleQuestion,
      run: () => {
        navigate(`/enquiries/${row.id}`);
      },
    }));
  },
});
registerRecords({
  id: "statements",
  titleKey: "statement-library",
  find: async (text) => {
    const rows = await call("statement_list", { search: text, limit: 6 });
    return rows.map((row) => ({
      id: `statement-${row.statement.id}`,
      title: row.statement.topic || row.statement.text.slice(0, 80),
      hint: row.statement.cleared_by,
      icon: BookText,
      run: () => {
        navigate(`/enquiries/statements/${row.statement.id}`);
      },
    }));
  },
});
