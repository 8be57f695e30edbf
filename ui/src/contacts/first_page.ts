// What the list of contacts asks first, wherever it stands.
import { askEarly, call } from "../api/call";
import type { ContactFilter } from "../api/types.gen";
import { PAGE } from "../shared/pages.svelte";
import { contactsView } from "./view.svelte";

/** Under which the contacts room asks and remembers its columns. */
export const CONTACTS = "contacts";

const question = (filter: ContactFilter, offset: number, limit: number) => ({
  ...filter,
  offset,
  limit,
  without_total: true,
});

/** One page of contacts, not counted. */
export function contactPage(filter: ContactFilter, offset: number, limit: number) {
  return call("contact_list", question(filter, offset, limit));
}

/** Asks for the first page before the room is there. */
export function askContactsEarly(): Promise<void> {
  return askEarly("contact_list", question({ ...contactsView.filter(), asker: CONTACTS }, 0, PAGE));
}
