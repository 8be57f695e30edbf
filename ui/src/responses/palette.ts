// What the palette offers of responses. Loaded once, with the list of rooms.
import MessageSquare from "@lucide/svelte/icons/message-square";

import { call } from "../api/call";
import { registerRecords } from "../palette/actions.svelte";
import { navigate } from "../router.svelte";

registerRecords({
  id: "responses",
  titleKey: "nav-responses",
  find: async (text) => {
    const page = await call("response_list", { search: text, limit: 6, without_counts: true });
    return page.rows.map((row) => ({
      id: `response-${row.id}`,
      title: row.subject || row.from_address,
      hint: row.contact_name || row.from_name || row.from_address,
      icon: MessageSquare,
      run: () => {
        navigate(`/responses/${row.id}`, { query: { tab: "all" } });
      },
    }));
  },
});
