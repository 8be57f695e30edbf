// What a response is called and how it looks: always an icon and a word, never colour alone.
import BellOff from "@lucide/svelte/icons/bell-off";
import Bot from "@lucide/svelte/icons/bot";
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CalendarX from "@lucide/svelte/icons/calendar-x";
import Clock from "@lucide/svelte/icons/clock";
import Mail from "@lucide/svelte/icons/mail";
import MailWarning from "@lucide/svelte/icons/mail-warning";
import MailX from "@lucide/svelte/icons/mail-x";
import MessageSquareText from "@lucide/svelte/icons/message-square-text";
import ShieldQuestion from "@lucide/svelte/icons/shield-question-mark";
import UserX from "@lucide/svelte/icons/user-x";

import type { ResponseRow } from "../api/types.gen";
import { formatDate, formatRelativeDay, formatTime, hasText, t } from "../i18n.svelte";
import { session } from "../session.svelte";
import type { IconComponent, Tone } from "../shared/icon";

/** The kinds, in the order in which people meet them. */
export const KINDS = [
  "reply",
  "rsvp",
  "auto_reply",
  "opt_out",
  "bounce",
  "delay",
  "challenge",
  "other",
] as const;

export const KIND_ICONS: Record<string, IconComponent> = {
  reply: MessageSquareText,
  rsvp: CalendarCheck,
  auto_reply: Bot,
  opt_out: BellOff,
  bounce: MailX,
  delay: Clock,
  challenge: ShieldQuestion,
  other: Mail,
};

export type Look = { label: string; tone: Tone; icon: IconComponent };

/** The text of a word from the Rust side; the word itself when it is newer than this window. */
export function wordOf(prefix: string, word: string): string {
  const key = `${prefix}-${word}`;
  return hasText(key) ? t(key) : word;
}

/** What a reading leaned on, as a sentence: `phrase:berhenti`, `header:x-vacation`, `dsn-report`. */
export function signWords(why: string): string {
  const at = why.indexOf(":");
  const [sign, words] = at < 0 ? [why, ""] : [why.slice(0, at), why.slice(at + 1)];
  const key = `response-sign-${sign}`;
  if (!hasText(key)) return why;
  return words ? t(key, { words }) : t(key);
}

export function kindName(kind: string): string {
  return wordOf("response-kind", kind);
}

/** "Di luar kantor sampai 30 Nov 2026". */
function autoName(row: ResponseRow): string {
  const until = row.away_until
    ? ` ${t("response-away-until", { day: formatDate(row.away_until, "short") })}`
    : "";
  const name = row.auto_kind === "other" || row.auto_kind === "" ? "" : row.auto_kind;
  const words = name ? wordOf("response-auto-name", name) : kindName("auto_reply");
  return `${words}${until}`;
}

/** Reasons of a final bounce for which the address is not to blame, as `effects.rs` has them. */
const BLAMELESS = ["policy", "spam", "too_large", "expired", "network", "protocol", "relay_denied"];

/** The pill of a response. */
export function lookOf(row: ResponseRow): Look {
  const plain = kindName(row.kind);
  switch (row.kind) {
    case "reply":
      return { label: plain, tone: "info", icon: MessageSquareText };
    case "bounce":
      if (row.permanent === false)
        return { label: t("response-bounce-soft"), tone: "warn", icon: MailWarning };
      if (row.permanent === true && BLAMELESS.includes(row.reason))
        return { label: t("response-bounce-refused"), tone: "bad", icon: MailX };
      if (row.permanent === true)
        return { label: t("response-bounce-hard"), tone: "bad", icon: MailX };
      return { label: plain, tone: "bad", icon: MailX };
    case "delay":
      return { label: plain, tone: "warn", icon: Clock };
    case "auto_reply":
      if (row.auto_kind === "left") return { label: autoName(row), tone: "warn", icon: UserX };
      if (row.away_until) return { label: autoName(row), tone: "neutral", icon: CalendarClock };
      return { label: autoName(row), tone: "neutral", icon: Bot };
    case "opt_out":
      return { label: plain, tone: "warn", icon: BellOff };
    case "rsvp": {
      const label = row.rsvp_partstat ? wordOf("response-partstat", row.rsvp_partstat) : plain;
      if (row.rsvp_partstat === "accepted") return { label, tone: "ok", icon: CalendarCheck };
      if (row.rsvp_partstat === "declined") return { label, tone: "neutral", icon: CalendarX };
      return { label, tone: "warn", icon: CalendarClock };
    }
    case "challenge":
      return { label: plain, tone: "warn", icon: ShieldQuestion };
    default:
      return { label: plain, tone: "neutral", icon: Mail };
  }
}

/** Whether a server wrote it, about an address that did not work. */
export function isAboutDelivery(row: ResponseRow): boolean {
  return row.kind === "bounce" || row.kind === "delay";
}

/** Who stands at the head of a row: the known contact, the address that failed, or the author. */
export function authorOf(row: ResponseRow): string {
  const written = row.from_name || row.from_address || t("unknown");
  if (row.contact_name) return row.contact_name;
  return isAboutDelivery(row) ? row.failed_address || written : written;
}

/** The address that matters: the one that failed, or the author's. */
export function addressOf(row: ResponseRow): string {
  return isAboutDelivery(row) ? row.failed_address || row.from_address : row.from_address;
}

/** The row's line of text. */
export function lineOf(row: ResponseRow): string {
  if (isAboutDelivery(row) && row.reason) {
    const why = wordOf("response-reason", row.reason);
    return [why.charAt(0).toUpperCase() + why.slice(1), row.failed_address]
      .filter(Boolean)
      .join(" · ");
  }
  return row.snippet || row.subject;
}

/** A past instant by the office's clock, as a list shows it: the time today, then the relative day. */
export function officeMoment(instant: string, now: Date = new Date()): string {
  const { zone } = session;
  const isToday =
    formatDate(instant, "medium", zone) === formatDate(now.toISOString(), "medium", zone);
  return isToday ? formatTime(instant, { zone }) : formatRelativeDay(instant, now);
}
