import { call } from "../api/call";
import type { Choice } from "../shared/Combobox.svelte";
import { toastError } from "../shared/toasts.svelte";

/** The first organisations that fit, for a field that names one. Their value is their name. */
export async function findOrganisations(text: string): Promise<Choice[]> {
  try {
    const page = await call("organisation_list", { search: text || undefined, limit: 20 });
    return page.rows.map((row) => ({ value: String(row.id), label: row.name, hint: row.city }));
  } catch (thrown) {
    toastError(thrown);
    return [];
  }
}
