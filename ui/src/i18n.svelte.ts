// Texts, numbers, dates and money in the language chosen. The same .ftl files serve the Rust side.
// Everything here reads the language as state: a screen that uses it follows a switch at once.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export type Language = "id" | "en";
export const LANGUAGES: readonly Language[] = ["id", "en"];

/** What a sentence names. */
export type TextArgs = Record<string, string | number>;

const files: Record<string, string> = import.meta.glob("../../assets/locales/*/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** One language: its texts are parsed when they are first shown, which is most of a start's work. */
class Texts {
  // Isolation marks would show up in file names, mails and tests; both languages run left to right.
  readonly bundle: FluentBundle;
  #sources: string[] = [];
  /** Where a text stands that is not parsed yet: source, from, to. */
  #waiting = new Map<string, [string, number, number]>();

  constructor(language: Language) {
    this.bundle = new FluentBundle(language, { useIsolating: false });
    for (const [path, source] of Object.entries(files)) {
      if (path.includes(`/${language}/`)) this.#sources.push(source);
    }
  }

  /** Each text begins at the left edge and ends where the next one begins. */
  #find(): void {
    for (const source of this.#sources) {
      let [id, from] = ["", 0];
      for (const begins of source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)) {
        if (id) this.#waiting.set(id, [source, from, begins.index]);
        [id, from] = [begins[1] ?? "", begins.index];
      }
      if (id) this.#waiting.set(id, [source, from, source.length]);
    }
    this.#sources = [];
  }

  message(id: string) {
    if (this.#sources.length > 0) this.#find();
    const place = this.#waiting.get(id);
    if (place) {
      this.#waiting.delete(id);
      const [source, from, to] = place;
      for (const problem of this.bundle.addResource(new FluentResource(source.slice(from, to)))) {
        console.error(`${id}: ${problem.message}`);
      }
    }
    return this.bundle.getMessage(id);
  }
}

const texts: Record<Language, Texts> = { id: new Texts("id"), en: new Texts("en") };

let chosen = $state<Language>("id");

/** The language now. */
export function language(): Language {
  return chosen;
}

/** Switches every text on screen. Saving the choice is `session.svelte.ts`'s business. */
export function useLanguage(wanted: Language): void {
  chosen = wanted;
  document.documentElement.lang = wanted;
}

function patternOf(key: string) {
  const [id = key, attribute] = key.split(".", 2);
  const message = texts[chosen].message(id);
  return attribute ? message?.attributes[attribute] : message?.value;
}

/** Whether a text exists in the language now. */
export function hasText(key: string): boolean {
  return Boolean(patternOf(key));
}

/** What Rust counts comes as text; plural forms and separators need the number. */
function counted(args: TextArgs): Record<string, FluentVariable> {
  const count = args["count"];
  return typeof count === "string" && /^\d+$/.test(count)
    ? { ...args, count: Number(count) }
    : args;
}

/** The text of a key, `key` or `key.attribute`. A missing one shows its key and is reported. */
export function t(key: string, args: TextArgs = {}): string {
  const pattern = patternOf(key);
  if (!pattern) {
    console.error(`no text for ${key} in ${chosen}`);
    return key;
  }
  const problems: Error[] = [];
  const text = texts[chosen].bundle.formatPattern(pattern, counted(args), problems);
  for (const problem of problems) console.error(`text ${key}: ${problem.message}`);
  return text;
}

/** Locale of Intl: English as written outside America, with day before month. */
function locale(): string {
  return chosen === "en" ? "en-GB" : "id-ID";
}

const makers = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale()}${JSON.stringify(options)}`;
  let maker = makers.get(key) as Intl.DateTimeFormat | undefined;
  if (!maker) {
    maker = new Intl.DateTimeFormat(locale(), options);
    makers.set(key, maker);
  }
  return maker;
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale()}${JSON.stringify(options)}`;
  let maker = makers.get(key) as Intl.NumberFormat | undefined;
  if (!maker) {
    maker = new Intl.NumberFormat(locale(), options);
    makers.set(key, maker);
  }
  return maker;
}

/** A number with the language's separators, at most `digits` after the mark. */
export function formatNumber(value: number, digits = 0): string {
  return numberFormat({ maximumFractionDigits: digits }).format(value);
}

/** A share 0 to 1 as a percentage. */
export function formatShare(share: number): string {
  return numberFormat({ style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** Whole rupiah: `Rp1.250.000`. */
export function formatRupiah(rupiah: number): string {
  return `${rupiah < 0 ? "−" : ""}Rp${formatNumber(Math.abs(rupiah))}`;
}

/** Bytes as people say them: `3,1 MB`. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000)} KB`;
  if (bytes < 1_000_000_000) return `${formatNumber(bytes / 1_000_000, 1)} MB`;
  return `${formatNumber(bytes / 1_000_000_000, 1)} GB`;
}

export type DateLength = "short" | "medium" | "long" | "full";
const DATE_OPTIONS: Record<DateLength, Intl.DateTimeFormatOptions> = {
  short: { day: "numeric", month: "short" },
  medium: { day: "numeric", month: "short", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
};

/** True for a day without time, `2026-11-23`. */
function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

let officeZone = $state("");

/** Times are told in the office's zone from here on, wherever this machine stands. */
export function useZone(zone: string): void {
  officeZone = zone;
}

/** The zone in which times are told: the office's, before it is known this machine's. */
export function localZone(): string {
  return officeZone || dateFormat({}).resolvedOptions().timeZone;
}

const ZONE_NAMES: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Ujung_Pandang": "WITA",
  "Asia/Jayapura": "WIT",
};

/** WIB, WITA or WIT; elsewhere the zone's short name. */
export function zoneName(zone: string, at: Date = new Date()): string {
  const parts = dateFormat({ timeZone: zone, timeZoneName: "short" }).formatToParts(at);
  return ZONE_NAMES[zone] ?? parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** A day (`2026-11-23`) or the day of an instant (ISO, UTC), in `zone` or this machine's. */
export function formatDate(value: string, length: DateLength = "medium", zone?: string): string {
  const at = new Date(isDay(value) ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(at.getTime())) return value;
  const timeZone = isDay(value) ? "UTC" : (zone ?? localZone());
  return dateFormat({ ...DATE_OPTIONS[length], timeZone }).format(at);
}

/** The time of an instant, `08.00`; with `named`, the zone's name behind it: `08.00 WIB`. */
export function formatTime(instant: string, { zone = "", named = false } = {}): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const timeZone = zone || localZone();
  const time = dateFormat({ hour: "2-digit", minute: "2-digit", timeZone }).format(at);
  return named ? `${time} ${zoneName(timeZone, at)}` : time;
}

/** Day and time of an instant: `23 Nov 2026, 08.00 WIB`. */
export function formatDateTime(
  instant: string,
  { length = "medium" as DateLength, zone = "", named = true } = {},
): string {
  return `${formatDate(instant, length, zone || undefined)}, ${formatTime(instant, { zone, named })}`;
}

function localDay(at: Date): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: localZone(),
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return Math.round(Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000);
}

/** How long ago in days, weeks, months: `Hari ini`, `Kemarin`, `3 minggu lalu`, `dalam 2 hari`. */
export function formatRelativeDay(value: string, now: Date = new Date()): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  // A day without time is the same day in every zone; it is read as midnight UTC.
  const day = isDay(value) ? Math.round(at.getTime() / 86_400_000) : localDay(at);
  const days = localDay(now) - day;
  const distance = Math.abs(days);
  if (days === 0) return t("relative-today");
  if (days === 1) return t("relative-yesterday");
  if (days === -1) return t("relative-tomorrow");
  const way = days > 0 ? "ago" : "ahead";
  if (distance < 14) return t(`relative-days-${way}`, { count: distance });
  if (distance < 60) return t(`relative-weeks-${way}`, { count: Math.floor(distance / 7) });
  if (distance < 730) return t(`relative-months-${way}`, { count: Math.floor(distance / 30.44) });
  return t(`relative-years-${way}`, { count: Math.floor(distance / 365.25) });
}

/** A past instant as a list shows it: the time today, then the relative day. */
export function formatMoment(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  return localDay(now) === localDay(at) ? formatTime(instant) : formatRelativeDay(instant, now);
}

/** Names in a sentence: `A, B, dan C`. */
export function formatList(items: string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(items);
}
