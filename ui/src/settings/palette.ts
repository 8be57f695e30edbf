// What the palette offers of the settings. Loaded once, with the list of rooms.
import DatabaseBackup from "@lucide/svelte/icons/database-backup";

import { registerAction } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";
import { backUpNow } from "./backup";
import { SECTIONS } from "./sections";

for (const section of SECTIONS) {
  registerAction({
    id: `settings-${section.id}`,
    titleKey: section.titleKey,
    aliases: ["pengaturan", "settings"],
    icon: section.icon,
    run: () => {
      navigate(`/settings/${section.id}`);
    },
  });
}

registerAction({
  id: "backup-now",
  titleKey: "settings-backup-now",
  aliases: ["cadangan", "backup"],
  icon: DatabaseBackup,
  run: backUpNow,
});
