// What guests and their answers look like, and what is done with them from several places.
import Ban from "@lucide/svelte/icons/ban";
import Check from "@lucide/svelte/icons/check";
import CircleQuestion from "@lucide/svelte/icons/circle-question-mark";
import Clock from "@lucide/svelte/icons/clock";
import History from "@lucide/svelte/icons/history";
import Hourglass from "@lucide/svelte/icons/hourglass";
import MapPinCheck from "@lucide/svelte/icons/map-pin-check";
import PenLine from "@lucide/svelte/icons/pen-line";
import Users from "@lucide/svelte/icons/users";
import X from "@lucide/svelte/icons/x";

import { call } from "../../api/call";
import type { GuestRow } from "../../api/types.gen";
import { t } from "../../i18n.svelte";
import type { Pill } from "../../shared/Table.svelte";
import { toast, toastError } from "../../shared/toasts.svelte";

export const ANSWERS = ["yes", "no", "maybe"] as const;
export type Answer = (typeof ANSWERS)[number];

/** How an answer came that a person writes down. */
export const WAYS = ["phone", "whatsapp", "in_person"] as const;
export type Way = (typeof WAYS)[number];

export const wayChoices = () => WAYS.map((value) => ({ value, label: t(`guests-way-${value}`) }));

const ANSWER_PILLS: Record<Answer, Omit<Pill, "label">> = {
  yes: { tone: "ok", icon: Check },
  no: { tone: "neutral", icon: X },
  maybe: { tone: "warn", icon: CircleQuestion },
};

/** How a guest stands: place and answer, each in a word. */
export function guestPills(row: GuestRow): Pill[] {
  const pills: Pill[] = [];
  if (row.place === "withdrawn")
    return [{ label: t("guests-place-withdrawn"), tone: "bad", icon: Ban }];
  if (row.arrived_at) pills.push({ label: t("guests-came"), tone: "ok", icon: MapPinCheck });
  if (row.replaced_by)
    return [
      ...pills,
      { label: t("guests-replaced", { name: row.replaced_by }), tone: "info", icon: Users },
    ];
  if (row.place === "waiting")
    pills.push({
      label: t("guests-waiting-rank", { rank: row.waiting_rank }),
      tone: "warn",
      icon: Hourglass,
    });
  const answer = ANSWERS.find((one) => one === row.rsvp);
  if (answer) pills.push({ label: t(`guests-answer-${answer}`), ...ANSWER_PILLS[answer] });
  else if (row.place === "invited")
    pills.push({ label: t("guests-answer-none"), tone: "neutral", icon: Clock });
  else if (row.place === "listed" && !row.arrived_at)
    pills.push({ label: t("guests-place-listed"), tone: "neutral", icon: PenLine });
  if (row.answered_before_change)
    pills.push({ label: t("guests-answer-before-change"), tone: "warn", icon: History });
  return pills;
}

/** Writes an answer down; can be undone. */
export async function answer(row: GuestRow, rsvp: Answer, way: Way): Promise<void> {
  try {
    await call("event_guest_answer", { guest_id: row.id, rsvp, way, comment: "" });
    toast(t(`guests-said-${rsvp}`, { name: row.name }), { undo: true });
  } catch (thrown) {
    toastError(thrown);
  }
}

/** Puts guests into the bin; can be undone. */
export async function removeGuests(ids: number[]): Promise<boolean> {
  try {
    await call("event_guest_remove", ids);
    toast(t("guests-removed", { count: ids.length }), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
