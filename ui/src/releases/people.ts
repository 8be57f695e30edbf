// Finding people of the media list for a field.
import { call } from "../api/call";
import type { Choice } from "../shared/Combobox.svelte";

/** Outlets whose newsrooms may get a release. */
export async function findOutlets(text: string): Promise<Choice[]> {
  const page = await call("organisation_list", {
    search: text || undefined,
    kind: "outlet",
    limit: 12,
  });
  return page.rows.map((row) => ({ value: String(row.id), label: row.name, hint: row.city }));
}

export async function findPeople(text: string): Promise<Choice[]> {
  const page = await call("contact_list", { search: text, limit: 12, without_total: true });
  return page.rows.map((row) => ({
    value: String(row.id),
    label: row.name,
    hint: row.outlet || row.emails[0]?.address || row.city,
  }));
}
