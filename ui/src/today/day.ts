// The words of the day: the greeting by the office's clock, the parts of a distribution.
import type { LastDistribution } from "../api/types.gen";
import { t } from "../i18n.svelte";
import type { Tone } from "../shared/icon";

export type Greeting = "morning" | "noon" | "afternoon" | "evening";

/** Indonesian days have four parts: pagi, siang, sore, malam. */
export function greetingOf(now: Date, zone: string): Greeting {
  const parts = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).formatToParts(now);
  const hour = Number(parts.find((part) => part.type === "hour")?.value ?? 8);
  if (hour >= 3 && hour < 11) return "morning";
  if (hour >= 11 && hour < 15) return "noon";
  if (hour >= 15 && hour < 18) return "afternoon";
  return "evening";
}

export type DistributionPart = { id: string; label: string; count: number; tone: Tone };

/** The frozen audience by where each of them stands; the counts add up to `total`. */
export function partsOf(last: LastDistribution): DistributionPart[] {
  return [
    { id: "reached", label: t("today-label-reached"), count: last.reached, tone: "ok" },
    { id: "failed", label: t("today-label-failed"), count: last.failed, tone: "bad" },
    { id: "unsure", label: t("today-label-unsure"), count: last.unsure, tone: "warn" },
    { id: "by_hand", label: t("today-label-by-hand"), count: last.by_hand, tone: "info" },
    { id: "waiting", label: t("today-label-in-queue"), count: last.waiting, tone: "accent" },
    { id: "left_out", label: t("today-label-left-out"), count: last.left_out, tone: "neutral" },
  ];
}
