// What the palette offers of releases. Loaded once, with the list of rooms.
import FilePlus from "@lucide/svelte/icons/file-plus";
import Hash from "@lucide/svelte/icons/hash";
import Newspaper from "@lucide/svelte/icons/newspaper";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";
import { newRelease } from "./new_release";

registerAction({
  id: "release-new",
  titleKey: "release-new",
  aliases: ["siaran pers baru", "tulis siaran pers", "new press release"],
  icon: FilePlus,
  run: newRelease,
});

registerAction({
  id: "release-numbers",
  titleKey: "palette-release-numbers",
  aliases: ["nomor surat", "register nomor", "numbers"],
  icon: Hash,
  run: () => {
    navigate("/settings/office");
  },
});

registerRecords({
  id: "releases",
  titleKey: "nav-releases",
  find: async (text) => {
    const rows = await call("release_list", { text });
    return rows.slice(0, 6).map((row) => ({
      id: `release-${row.id}`,
      title: row.headline || t("release-untitled"),
      hint: row.number || t(`release-state-${row.state}`),
      icon: Newspaper,
      run: () => {
        navigate(`/releases/${row.id}`);
      },
    }));
  },
});
