// How fields and comparisons of filters are said.
import type { FieldRow, Op } from "../api/types.gen";
import { hasText, t } from "../i18n.svelte";

/** What a field is called: by the office, or in the person's language. */
export function fieldName(field: FieldRow): string {
  if (field.name) return field.name;
  return hasText(field.text) ? t(field.text) : field.key;
}

/** The word of a choice. */
export function choiceName(field: FieldRow, word: string): string {
  const key = `${field.choice_text}-${word}`;
  return field.choice_text && hasText(key) ? t(key) : word;
}

/** "is", "in the last" and so on. */
export function opName(op: Op): string {
  return t(`filter-op-${op}`);
}

/** What a group of fields is called. */
export function groupName(group: string): string {
  const key = `filter-group-${group}`;
  return hasText(key) ? t(key) : group;
}
