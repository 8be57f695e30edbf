// What is kept about contacts and organisations, as the one list on the Rust side names it.
import type { CustomValue, RecordField } from "../api/types.gen";
import { formatDate, formatDateTime, formatNumber, hasText, t } from "../i18n.svelte";
import { session } from "../session.svelte";

/** What a field is called: by Warta, or by the office that defined it. */
export function fieldName(field: RecordField): string {
  return field.name || t(field.text);
}

/** A word of a choice as a person reads it. */
export function choiceLabel(field: RecordField, word: string): string {
  const key = `${field.choice_text}-${word}`;
  return field.choice_text && hasText(key) ? t(key) : word;
}

/** The choices of a field that has some. */
export function choicesOf(field: RecordField): { value: string; label: string }[] {
  const words = field.kind === "yes_no" ? ["yes", "no"] : field.choices;
  return words.map((value) => ({ value, label: choiceLabel(field, value) }));
}

/** A stored value as a person reads it. */
export function valueText(field: RecordField, value: string): string {
  switch (field.kind) {
    case "choice":
      return choiceLabel(field, value);
    case "yes_no":
      return hasText(`yes-no-${value}`) ? t(`yes-no-${value}`) : value;
    case "date":
      return formatDate(value, "medium");
    case "birthday":
      return birthdayText(value);
    case "instant":
      return formatDateTime(value, { zone: session.zone });
    case "number":
      return Number.isFinite(Number(value)) ? formatNumber(Number(value)) : value;
    default:
      return value;
  }
}

/** "17 Mei 1988", or "17 Mei" where the year is not known. */
export function birthdayText(birthday: string): string {
  if (!birthday.startsWith("--")) return birthday && formatDate(birthday, "medium");
  // Any leap year does: only day and month are shown.
  return formatDate(`2000${birthday.slice(1)}`, "medium").replace(/\s*,?\s*2000/, "");
}

/** What stands in a single-valued field of a record: a column, or a value of the office's own. */
export function storedValue(
  field: RecordField,
  record: Readonly<Record<string, unknown>>,
  custom: readonly CustomValue[],
): string {
  if (field.custom_field_id !== 0) {
    return custom.find((value) => value.custom_field_id === field.custom_field_id)?.value ?? "";
  }
  const value = record[field.key];
  if (typeof value === "number") return value === 0 ? "" : String(value);
  return typeof value === "string" ? value : "";
}

/** Where people post, in the order in which screens offer them. */
export const PLATFORMS = [
  "instagram",
  "tiktok",
  "youtube",
  "facebook",
  "x",
  "threads",
  "linkedin",
  "telegram",
  "whatsapp_channel",
  "podcast",
  "blog",
  "other",
];
