// Finding people of the media list for a field.
import { call } from "../api/call";
import type { Choice } from "../shared/Combobox.svelte";

export async function findPeople(text: string): Promise<Choice[]> {
  const page = await call("contact_list", { search: text, limit: 12, without_total: true });
  return page.rows.map((row) => ({
    value: String(row.id),
    label: row.name,
    hint: row.outlet || row.emails[0]?.address || row.city,
  }));
}
