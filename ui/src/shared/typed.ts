// What people type into fields, read and written back tidily. The Rust side has the last word.

const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u;

export function isEmail(text: string): boolean {
  return EMAIL.test(text.trim());
}

/** `0812 3456 789` and `62812…` as `+62 812 3456 789`; anything else stays as it was typed. */
export function tidyPhone(text: string): string {
  const trimmed = text.trim();
  const digits = trimmed.replace(/[^\d+]/g, "");
  const local = /^(?:\+?62|0)(\d{6,13})$/.exec(digits)?.[1]?.replace(/^0/, "");
  if (!local) return trimmed;
  const groups = local.startsWith("8")
    ? [local.slice(0, 3), local.slice(3, 7), local.slice(7)]
    : [local.slice(0, 2), local.slice(2, 6), local.slice(6)];
  return `+62 ${groups.filter(Boolean).join(" ")}`;
}

export function isPhone(text: string): boolean {
  const digits = text.replace(/[\s().-]/g, "");
  return /^\+?\d{6,15}$/.test(digits);
}

/** Only the digits of an amount: `Rp1.250.000` is `1250000`. Decimals after a comma are dropped. */
export function readRupiah(text: string): string {
  return text.replace(/,\d{1,2}$/, "").replace(/\D/g, "");
}

const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  des: 12,
  dec: 12,
};

function isoDay(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real =
    at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : undefined;
}

function dayAfter(now: Date, days: number): string {
  const at = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days));
  return at.toISOString().slice(0, 10);
}

/**
 * A day as people write it: `23-11-2026`, `23/11/26`, `23 Nov 2026`, `23 November`, `2026-11-23`,
 * `hari ini`, `besok`. Answers `2026-11-23`, or nothing when it is no day.
 */
export function readDay(text: string, now: Date = new Date()): string | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === "hari ini" || typed === "today") return dayAfter(now, 0);
  if (typed === "besok" || typed === "tomorrow") return dayAfter(now, 1);
  if (typed === "lusa") return dayAfter(now, 2);
  if (typed === "kemarin" || typed === "yesterday") return dayAfter(now, -1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const fullYear = (year: string | undefined) => {
    if (!year) return now.getFullYear();
    return year.length === 2 ? 2000 + Number(year) : Number(year);
  };
  const figures = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/.exec(typed);
  if (figures) return isoDay(fullYear(figures[3]), Number(figures[2]), Number(figures[1]));
  const words = /^(\d{1,2})[-\s]+(\p{L}{3,})\.?(?:[-\s]+(\d{4}|\d{2}))?$/u.exec(typed);
  const month = MONTHS[words?.[2]?.slice(0, 3) ?? ""];
  return words && month ? isoDay(fullYear(words[3]), month, Number(words[1])) : undefined;
}

/** A time as people write it: `8`, `8.30`, `08:30`, `0830`. Answers `08:30`, or nothing. */
export function readTime(text: string): string | undefined {
  const parts = /^(\d{1,2})(?:[.:]?(\d{2})(?:[.:](\d{2}))?)?$/.exec(text.trim());
  if (!parts) return undefined;
  const hour = Number(parts[1]);
  const minute = Number(parts[2] ?? 0);
  const second = Number(parts[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const clock = [hour, minute, ...(parts[3] ? [second] : [])];
  return clock.map((part) => String(part).padStart(2, "0")).join(":");
}
