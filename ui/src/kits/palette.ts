// What the palette offers of press kits. Loaded once, with the list of rooms.
import Package from "@lucide/svelte/icons/package";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "kit-new",
  titleKey: "kit-new",
  aliases: ["kit pers baru", "paket pers", "press kit", "media kit"],
  icon: Package,
  run: () => {
    navigate("/photos/kits", { query: { new: 1 } });
  },
});

registerAction({
  id: "kits",
  titleKey: "nav-kits",
  aliases: ["kit pers", "paket pers", "press kits", "media kits"],
  icon: Package,
  run: () => {
    navigate("/photos/kits");
  },
});

registerRecords({
  id: "kits",
  titleKey: "nav-kits",
  find: async (text) => {
    const kits = await call("kit_list", { search: text });
    return kits.slice(0, 6).map((kit) => ({
      id: `kit-${kit.id}`,
      title: kit.name,
      hint: t("nav-kits"),
      icon: Package,
      run: () => {
        navigate(`/photos/kits/${kit.id}`);
      },
    }));
  },
});
