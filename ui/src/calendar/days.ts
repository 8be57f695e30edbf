// Days and hours as the calendar writes them: `2026-12-01`, `2026-12-01T09:00`, on the clocks of
// the office. Reckoned as text and in UTC, so that no zone of this machine comes in between.
import { formatDate, formatTime } from "../i18n.svelte";

export type View = "month" | "week" | "agenda";
export const VIEWS: View[] = ["month", "week", "agenda"];

/** How many days the agenda shows at once. */
export const AGENDA_DAYS = 30;
const DAY = 86_400_000;

export const isView = (value: unknown): value is View => VIEWS.includes(value as View);
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or its last one. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** How many days from one to the other. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY);
}

/** The Monday on or before a day. */
export function mondayOf(day: string): string {
  return plusDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));
}

/** The days that a view shows; `until` is not among them. */
export function spanOf(view: View, day: string): { from: string; until: string } {
  if (view === "agenda") return { from: day, until: plusDays(day, AGENDA_DAYS) };
  if (view === "week") return { from: mondayOf(day), until: plusDays(mondayOf(day), 7) };
  const first = `${day.slice(0, 7)}-01`;
  const last = plusDays(plusMonths(first, 1), -1);
  return { from: mondayOf(first), until: plusDays(mondayOf(last), 7) };
}

/** One view further, or back. */
export function step(view: View, day: string, by: 1 | -1): string {
  if (view === "month") return plusMonths(`${day.slice(0, 7)}-01`, by);
  return plusDays(day, by * (view === "week" ? 7 : AGENDA_DAYS));
}

export const dayOf = (when: string): string => when.slice(0, 10);
export const timeOf = (when: string): string => when.slice(11, 16);

/** An hour of the office's clocks as the language writes it. */
export function clockTime(when: string): string {
  return when.length > 10 ? formatTime(`${when}:00Z`, { zone: "UTC" }) : "";
}

/** `Sen, 23 Nov 2026`, with the hour where there is one. */
export function written(when: string): string {
  const day = formatDate(dayOf(when), "full");
  return when.length > 10 ? `${day}, ${clockTime(when)}` : day;
}

/** What a date object of the calendar library says on its own clock. */
export function localText(date: Date, withTime: boolean): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return withTime ? `${day}T${two(date.getHours())}:${two(date.getMinutes())}` : day;
}

/** How far a zone is from UTC now, as `+07:00`. */
export function offsetOf(zone: string, at: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name === "GMT" ? "+00:00" : name.replace("GMT", "");
}
