// The figures of an event in words, and what its promises look like.
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import Clock from "@lucide/svelte/icons/clock";

import type { Evaluation, PromiseState } from "../api/types.gen";
import { formatNumber, formatShare, t } from "../i18n.svelte";
import type { IconComponent, Tone } from "../shared/icon";
import type { Pill } from "../shared/Table.svelte";

export type EventFigure = { id: string; label: string; value: string; means: string };

/** `25 %`; a dash where there is no rate. */
export const rateOf = (percent: number | null) =>
  percent === null ? "–" : formatShare(percent / 100);

/** What is counted, and what that means. */
export function figuresOf({ figures, outlets_came, outlets_invited }: Evaluation): EventFigure[] {
  const figure = (id: string, value: string): EventFigure => ({
    id,
    label: t(`figure-${id}`),
    value,
    means: t(`figure-${id}-means`),
  });
  const number = (id: string, value: number) => figure(id, formatNumber(value));
  return [
    number("invited", figures.invited),
    number("confirmed", figures.confirmed),
    number("declined", figures.declined),
    number("no_answer", figures.no_answer),
    number("came", figures.came),
    number("walk_ins", figures.walk_ins),
    number("substitutes", figures.substitutes),
    number("no_shows", figures.no_shows),
    figure("no_show_percent", rateOf(figures.no_show_percent)),
    figure("outlets", `${formatNumber(outlets_came)} / ${formatNumber(outlets_invited)}`),
    number("late", figures.late),
    number("left_early", figures.left_early),
  ];
}

export function promisePill(one: PromiseState): Pill {
  if (one.done_at) return { label: t("promise-done"), tone: "ok", icon: CircleCheck };
  if (one.overdue) return { label: t("promise-overdue"), tone: "bad", icon: CircleAlert };
  return { label: t("promise-open"), tone: "neutral", icon: Clock };
}

const TAKEN: Record<string, { tone: Tone; icon: IconComponent }> = {
  came: { tone: "ok", icon: CircleCheck },
  walk_in: { tone: "ok", icon: CircleCheck },
  confirmed: { tone: "info", icon: CircleCheck },
  no_show: { tone: "warn", icon: CircleAlert },
};

/** What became of a guest, as a pill. */
export const takenPill = (how: string): Pill => ({
  label: t(`event-taken-${how}`),
  ...(TAKEN[how] ?? { tone: "neutral", icon: Clock }),
});
