// The words of programmes, in the order in which screens offer them.
import { call } from "../api/call";
import type { Choice } from "../shared/Combobox.svelte";
import type { Tone } from "../shared/icon";
import { toastError } from "../shared/toasts.svelte";

export const PROGRAMME_KINDS = [
  "digital_volunteers",
  "content_makers",
  "information_groups",
  "community",
  "other",
];
export const PROGRAMME_STATES = ["planned", "running", "done"];
export const STATE_TONES: Readonly<Record<string, Tone>> = {
  planned: "info",
  running: "ok",
  done: "neutral",
};

/** Contacts and organisations that fit what is typed. The value says which: `c12` or `o3`. */
export async function findPeopleAndBodies(text: string): Promise<Choice[]> {
  try {
    const search = text || undefined;
    const [contacts, bodies] = await Promise.all([
      call("contact_list", { search, limit: 12, without_total: true }),
      call("organisation_list", { search, kind: "not_outlet", limit: 8 }),
    ]);
    return [
      ...contacts.rows.map((row) => ({
        value: `c${row.id}`,
        label: row.name,
        hint: [row.position, row.outlet].filter(Boolean).join(", ") || row.city,
      })),
      ...bodies.rows.map((row) => ({ value: `o${row.id}`, label: row.name, hint: row.city })),
    ];
  } catch (thrown) {
    toastError(thrown);
    return [];
  }
}

/** What a value of `findPeopleAndBodies` means to a command. */
export function idsOf(value: string): { contact_id?: number; organisation_id?: number } {
  const id = Number(value.slice(1));
  if (value.startsWith("c")) return { contact_id: id };
  return value.startsWith("o") ? { organisation_id: id } : {};
}

/** A whole number that was typed, with or without marks between thousands; nothing for none. */
export function numberOf(typed: string): number | undefined {
  const digits = typed.replace(/[.,\s]/g, "");
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
