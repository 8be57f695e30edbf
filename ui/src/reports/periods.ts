// Periods that people ask for, by their first and last day.
import type { Period } from "../api/types.gen";

export const PERIODS = ["week", "month", "last-month", "quarter", "year", "own"] as const;
export type PeriodName = (typeof PERIODS)[number];

const text = (day: Date) => day.toISOString().slice(0, 10);
const at = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day));

/** The days of a period that holds `today` (`2026-11-22`); of "own" the month. */
export function periodOf(name: PeriodName, today: string): Period {
  const day = new Date(`${today}T00:00:00Z`);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  switch (name) {
    case "week": {
      const monday = at(year, month, day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
      const sunday = new Date(monday.getTime() + 6 * 86_400_000);
      return { from: text(monday), until: text(sunday) };
    }
    case "last-month":
      return { from: text(at(year, month - 1, 1)), until: text(at(year, month, 0)) };
    case "quarter": {
      const first = month - (month % 3);
      return { from: text(at(year, first, 1)), until: text(at(year, first + 3, 0)) };
    }
    case "year":
      return { from: text(at(year, 0, 1)), until: text(at(year, 11, 31)) };
    default:
      return { from: text(at(year, month, 1)), until: text(at(year, month + 1, 0)) };
  }
}
