// What the palette offers of letters. Loaded once, with the list of rooms.
import FilePlus from "@lucide/svelte/icons/file-plus";
import FileText from "@lucide/svelte/icons/file-text";
import Files from "@lucide/svelte/icons/files";
import Hash from "@lucide/svelte/icons/hash";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "letter-new",
  titleKey: "letter-new",
  aliases: ["surat baru", "undangan", "nota dinas", "surat tugas", "surat pengantar", "new letter"],
  icon: FilePlus,
  run: () => {
    navigate("/letters", { query: { new: 1 } });
  },
});

registerAction({
  id: "letter-templates",
  titleKey: "letter-templates",
  aliases: ["templat surat", "letter templates"],
  icon: Files,
  run: () => {
    navigate("/letters/templates");
  },
});

registerAction({
  id: "letter-numbers",
  titleKey: "palette-letter-numbers",
  aliases: ["nomor surat", "register nomor surat", "letter numbers"],
  icon: Hash,
  run: () => {
    navigate("/settings/office");
  },
});

registerRecords({
  id: "letters",
  titleKey: "nav-letters",
  find: async (text) => {
    const rows = await call("letter_list", { text });
    return rows.slice(0, 6).map((row) => ({
      id: `letter-${row.id}`,
      title: row.subject || t("letter-untitled"),
      hint: row.number || t(`letter-kind-${row.kind}`),
      icon: FileText,
      run: () => {
        navigate(`/letters/${row.id}`);
      },
    }));
  },
});
