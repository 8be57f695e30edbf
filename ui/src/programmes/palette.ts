// What the palette offers of programmes and sources. Loaded once, with the list of rooms.
import Megaphone from "@lucide/svelte/icons/megaphone";
import Mic from "@lucide/svelte/icons/mic";

import { call } from "../api/call";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";
import { t } from "../i18n.svelte";

registerAction({
  id: "programme-new",
  titleKey: "programme-add",
  aliases: ["program baru", "new programme", "relawan digital", "KIM"],
  icon: Megaphone,
  run: () => {
    navigate("/programmes", { query: { new: 1 } });
  },
});
registerAction({
  id: "sources",
  titleKey: "nav-sources",
  aliases: ["juru bicara", "spokesperson", "siapa bisa bicara"],
  icon: Mic,
  run: () => {
    navigate("/sources");
  },
});

registerRecords({
  id: "programmes",
  titleKey: "nav-programmes",
  find: async (text) => {
    const rows = await call("programme_list", { search: text });
    return rows.slice(0, 6).map((row) => ({
      id: `programme-${row.id}`,
      title: row.name,
      hint: t(`programme-state-${row.state}`),
      icon: Megaphone,
      run: () => {
        navigate(`/programmes/${row.id}`);
      },
    }));
  },
});
