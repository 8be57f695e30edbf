// The figures of quality in words.
import type { QualityFigures } from "../api/types.gen";
import { spanOf } from "../enquiries/looks";
import { formatNumber, formatShare, t } from "../i18n.svelte";

export type Figure = { id: string; label: string; value: string; more: string };

const share = (part: number, whole: number) => (whole > 0 ? formatShare(part / whole) : "–");
const of = (part: number, whole: number) =>
  whole > 0
    ? t("quality-of", { part: formatNumber(part), whole: formatNumber(whole) })
    : t("quality-none");

/** What is measured, the most telling first. */
export function figuresOf(figures: QualityFigures): Figure[] {
  const figure = (id: string, value: string, more = "") => ({
    id,
    label: t(`quality-${id}`),
    value,
    more,
  });
  return [
    figure("answered", share(figures.answered, figures.asked), of(figures.answered, figures.asked)),
    figure("median", figures.median_minutes === null ? "–" : spanOf(figures.median_minutes)),
    figure(
      "deadlines",
      share(figures.deadlines_met, figures.deadlines),
      of(figures.deadlines_met, figures.deadlines),
    ),
    figure(
      "promises",
      share(figures.promises_kept, figures.promises),
      of(figures.promises_kept, figures.promises),
    ),
    figure("outlets", formatNumber(figures.active_outlets)),
    figure("asked", formatNumber(figures.asked)),
    figure("coverage", formatNumber(figures.coverage.total)),
    figure("releases", formatNumber(figures.releases)),
    figure("events", formatNumber(figures.events)),
    figure(
      "attendance",
      share(figures.places_taken, figures.places_confirmed),
      of(figures.places_taken, figures.places_confirmed),
    ),
  ];
}
