// What the palette offers of recipient lists. Loaded once, with the list of rooms.
import BookUser from "@lucide/svelte/icons/book-user";
import ListPlus from "@lucide/svelte/icons/list-plus";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { folded } from "../palette/fuzzy";
import { navigate } from "../router.svelte";

registerAction({
  id: "list-new",
  titleKey: "list-new",
  aliases: ["kelompok baru", "kelompok penerima baru", "new recipient list"],
  icon: ListPlus,
  run: () => {
    navigate("/lists", { query: { new: 1 } });
  },
});

registerRecords({
  id: "lists",
  titleKey: "nav-lists",
  find: async (text) => {
    const wanted = folded(text).trim();
    const lists = await call("list_all", null);
    return lists
      .filter((list) => folded(list.name).includes(wanted))
      .slice(0, 6)
      .map((list) => ({
        id: `list-${list.id}`,
        title: list.name,
        hint: t("release-list-members", { count: list.members }),
        icon: BookUser,
        run: () => {
          navigate(`/lists/${list.id}`);
        },
      }));
  },
});
