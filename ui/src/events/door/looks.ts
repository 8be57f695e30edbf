// How guests at the door look, and what is done with them from several places.
import Ban from "@lucide/svelte/icons/ban";
import Check from "@lucide/svelte/icons/check";
import CircleHelp from "@lucide/svelte/icons/circle-question-mark";
import Clock from "@lucide/svelte/icons/clock";
import LogOut from "@lucide/svelte/icons/log-out";
import Users from "@lucide/svelte/icons/users";

import type { DoorRow } from "../../api/types.gen";
import { formatTime, t } from "../../i18n.svelte";
import type { IconComponent } from "../../shared/icon";

export const CATEGORIES = ["press", "speaker", "official", "public", "crew"] as const;

export const categoryChoices = () =>
  CATEGORIES.map((value) => ({ value, label: t(`door-category-${value}`) }));

type Tone = "ok" | "warn" | "bad" | "neutral" | "accent" | "info";

/** What the door says of a guest: sign, words and tone. */
export function standing(
  row: DoorRow,
  zone: string,
): { label: string; tone: Tone; icon: IconComponent } {
  if (row.left_at)
    return {
      label: t("checkin-left-at", { time: formatTime(row.left_at, { zone }) }),
      tone: "neutral",
      icon: LogOut,
    };
  if (row.arrived_at)
    return {
      label: t("checkin-here-at", { time: formatTime(row.arrived_at, { zone }) }),
      tone: "ok",
      icon: Check,
    };
  if (row.place === "withdrawn")
    return { label: t("checkin-state-withdrawn"), tone: "bad", icon: Ban };
  if (row.accreditation === "refused")
    return { label: t("checkin-state-refused"), tone: "bad", icon: Ban };
  if (row.replaced_by)
    return {
      label: t("checkin-state-replaced", { name: row.replaced_by }),
      tone: "warn",
      icon: Users,
    };
  if (row.place === "waiting")
    return { label: t("checkin-state-waiting"), tone: "warn", icon: Clock };
  if (row.rsvp === "yes") return { label: t("checkin-state-yes"), tone: "info", icon: Check };
  if (row.rsvp === "no") return { label: t("checkin-state-no"), tone: "warn", icon: Ban };
  return {
    label: t(row.rsvp === "maybe" ? "checkin-state-maybe" : "checkin-state-none"),
    tone: "neutral",
    icon: CircleHelp,
  };
}

/** Whether a text can only be the code of a badge; see `fresh_code` in check_in.rs. */
export function isCode(text: string): boolean {
  return /^W\d[0-9A-HJKMNP-TV-Z]{8}$/i.test(text.replace(/[^0-9a-z]/gi, ""));
}

/** The row that Enter means, unless another was chosen: the first who has not come yet. */
export function firstToCome(rows: DoorRow[]): DoorRow | undefined {
  return rows.find((row) => !row.arrived_at && !row.replaced_by) ?? rows[0];
}
