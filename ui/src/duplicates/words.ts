// How proposals and fields are said.
import type { ContactRow, DuplicateRow } from "../api/types.gen";
import { hasText, t } from "../i18n.svelte";

/** The reasons of a proposal as words. */
export function reasonsOf(reasons: readonly string[]): string[] {
  return reasons.map((reason) => {
    const key = `duplicate-reason-${reason.replaceAll("_", "-")}`;
    return hasText(key) ? t(key) : reason;
  });
}

/** A column as the forms call it. */
export function fieldName(column: string): string {
  const dashed = column.replaceAll("_", "-");
  const keys = [`field-${dashed}`, `contact-${dashed}`, `organisation-${dashed}`];
  const known = keys.find((key) => hasText(key));
  return known ? t(known) : column.replaceAll("_", " ");
}

/** What refers to the two, in words. */
export function tableName(table: string): string {
  const key = `merge-table-${table}`;
  return hasText(key) ? t(key) : table.replaceAll("_", " ");
}

/** What tells a contact from its namesakes. */
export function linesOf(row: ContactRow): string[] {
  return [
    [row.position, row.outlet].filter(Boolean).join(", "),
    row.emails.map((email) => email.address).join(", "),
    row.phones.map((phone) => phone.number).join(", "),
    row.city,
  ].filter(Boolean);
}

/** The two of a proposal: id, name, what tells them apart. */
export function sidesOf(row: DuplicateRow): { id: number; name: string; lines: string[] }[] {
  if (row.kind === "contact") {
    return row.contacts.map((side) => ({ id: side.id, name: side.name, lines: linesOf(side) }));
  }
  return row.organisations.map((side) => ({
    id: side.id,
    name: side.name,
    lines: [side.website, side.city, t("today-contacts", { count: side.contacts })].filter(Boolean),
  }));
}
