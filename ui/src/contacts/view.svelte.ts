// How the list of contacts is looked at; stays while other rooms are open.
import type { ContactFilter, Filter } from "../api/types.gen";
import type { Sort } from "../shared/Table.svelte";

/** The filters that stand as chips. */
export type Facet = "city" | "beat" | "kind" | "tag" | "state";
export const FACETS: Facet[] = ["city", "beat", "kind", "tag", "state"];

export class ContactView {
  search = $state("");
  sort = $state<Sort | undefined>(undefined);
  facets = $state<Partial<Record<Facet, string>>>({});
  /** Rules beside the chips. */
  rules = $state.raw<Filter | undefined>(undefined);

  /** Whether anything is left out. */
  get narrowed(): boolean {
    return (
      this.search.trim() !== "" ||
      this.rules !== undefined ||
      Object.values(this.facets).some(Boolean)
    );
  }

  /** As the command takes it; `list` limits it to one recipient list. */
  filter(list?: number): ContactFilter {
    const search = this.search.trim();
    return {
      search: search || undefined,
      list_id: list,
      filter: this.rules,
      sort: this.sort?.column,
      descending: this.sort?.descending || undefined,
      ...this.facets,
    };
  }

  clear(): void {
    this.search = "";
    this.facets = {};
    this.rules = undefined;
  }
}

/** The view of the contacts room. */
export const contactsView = new ContactView();
