// What the palette offers of group chats. Loaded once, with the list of rooms.
import FileUp from "@lucide/svelte/icons/file-up";
import MessagesSquare from "@lucide/svelte/icons/messages-square";

import { call } from "../api/call";
import { t } from "../i18n.svelte";
import { registerAction, registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerAction({
  id: "chat-new",
  titleKey: "group-chat-new",
  aliases: ["grup whatsapp baru", "new whatsapp group"],
  icon: MessagesSquare,
  run: () => {
    navigate("/chats", { query: { new: 1 } });
  },
});

registerAction({
  id: "chat-import",
  titleKey: "group-chat-import",
  aliases: ["ekspor chat whatsapp", "import whatsapp chat"],
  icon: FileUp,
  run: () => {
    navigate("/chats", { query: { import: 1 } });
  },
});

registerRecords({
  id: "chats",
  titleKey: "nav-chats",
  find: async (text) => {
    const wanted = text.trim().toLowerCase();
    const chats = await call("group_chat_list", {});
    return chats
      .filter((chat) => `${chat.name} ${chat.purpose}`.toLowerCase().includes(wanted))
      .slice(0, 6)
      .map((chat) => ({
        id: `chat-${chat.id}`,
        title: chat.name,
        hint: t("group-chat-member-count", { count: chat.members }),
        icon: MessagesSquare,
        run: () => {
          navigate(`/chats/${chat.id}`);
        },
      }));
  },
});
