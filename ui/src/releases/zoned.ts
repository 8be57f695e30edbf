// A day and a time in a zone, and the instant that they mean.
import { formatDate, formatTime, t, zoneName } from "../i18n.svelte";
import { ZONES } from "../shared/zones";

/** What a person chose; day `2026-12-01`, time `08:00`, zone by its IANA name. */
export type Zoned = { day: string; time: string; zone: string };

/** As the store reads it; empty while something is missing. */
export function asText({ day, time, zone }: Zoned): string {
  return day && time ? `${day} ${time} ${zone}` : "";
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function ahead(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const there = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return there - Math.floor(at / 1000) * 1000;
}

/** The instant as ISO text, UTC; none while something is missing or wrong. */
export function instantOf({ day, time, zone }: Zoned): string | undefined {
  const seconds = /^\d{2}:\d{2}:\d{2}$/.test(time) ? "" : ":00";
  const local = Date.parse(`${day}T${time}${seconds}Z`);
  if (Number.isNaN(local)) return undefined;
  return new Date(local - ahead(zone, local - ahead(zone, local))).toISOString();
}

/** The day and time that an instant has in a zone, to the minute. */
export function zonedOf(instant: Date, zone: string): Zoned {
  const there = new Date(instant.getTime() + ahead(zone, instant.getTime())).toISOString();
  return { day: there.slice(0, 10), time: there.slice(11, 16), zone };
}

/** The same instant in the other zones: `09.00 WITA · 10.00 WIT`; with the day where it differs. */
export function elsewhere(instant: string, zone: string): string {
  const own = zoneName(zone);
  const day = formatDate(instant, "medium", zone);
  return ZONES.filter(({ label }) => label !== own)
    .map(({ value, label }) => {
      const there = formatDate(instant, "medium", value);
      const time = `${formatTime(instant, { zone: value })} ${label}`;
      return there === day ? time : `${time} (${there})`;
    })
    .join(" · ");
}

/** How long until then, in the two largest units; empty when it has passed. */
export function countdown(until: string, now: number): string {
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  if (!(seconds > 0)) return "";
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor((seconds % 86_400) / 3600),
    Math.floor((seconds % 3600) / 60),
  ];
  if (days > 0) return t("timing-left-days", { days, hours });
  if (hours > 0) return t("timing-left-hours", { hours, minutes });
  return t("timing-left-minutes", { minutes, seconds: seconds % 60 });
}
