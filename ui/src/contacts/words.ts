// How contacts and what happened with them are said.
import Ban from "@lucide/svelte/icons/ban";
import CheckCheck from "@lucide/svelte/icons/check-check";
import MessageCircleQuestion from "@lucide/svelte/icons/message-circle-question-mark";
import Bot from "@lucide/svelte/icons/bot";
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import CalendarX from "@lucide/svelte/icons/calendar-x";
import CalendarOff from "@lucide/svelte/icons/calendar-off";
import ClockAlert from "@lucide/svelte/icons/clock-alert";
import LogOut from "@lucide/svelte/icons/log-out";
import Mail from "@lucide/svelte/icons/mail";
import MailQuestion from "@lucide/svelte/icons/mail-question-mark";
import MailWarning from "@lucide/svelte/icons/mail-warning";
import MailX from "@lucide/svelte/icons/mail-x";
import MessageCircle from "@lucide/svelte/icons/message-circle";
import Phone from "@lucide/svelte/icons/phone";
import Reply from "@lucide/svelte/icons/reply";
import Send from "@lucide/svelte/icons/send";
import ShieldQuestion from "@lucide/svelte/icons/shield-question-mark";
import StickyNote from "@lucide/svelte/icons/sticky-note";
import UserX from "@lucide/svelte/icons/user-x";
import Users from "@lucide/svelte/icons/users";

import type { ContactRow, Interaction, StateRow } from "../api/types.gen";
import { formatDate, formatDateTime, formatMoment, hasText, t } from "../i18n.svelte";
import { linkTo } from "../router.svelte";
import { roomOf } from "../routes";
import { session } from "../session.svelte";
import type { IconComponent, Tone } from "../shared/icon";
import type { Pill } from "../shared/Table.svelte";
import type { TimelineItem } from "../shared/Timeline.svelte";

export const CONTACT_KINDS = ["journalist", "activist", "community_manager", "source", "liaison"];
/** What the filter by state offers. */
export const CONTACT_STATES = [
  "do_not_contact",
  "bad_address",
  "left_outlet",
  "away",
  "no_email",
  "duplicate",
];
/** What a person logs by hand. */
export const LOG_KINDS = ["call", "whatsapp", "meeting", "mail", "note"];

/** The word for a stored value; the value itself where a newer Warta wrote one unknown here. */
export function word(prefix: string, value: string): string {
  const key = `${prefix}-${value}`;
  return hasText(key) ? t(key) : value;
}

/** Choices of a select. */
export function choicesOf(prefix: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: word(prefix, value) }));
}

const STATE_LOOKS: Record<string, { tone: Tone; icon: IconComponent }> = {
  do_not_contact: { tone: "bad", icon: Ban },
  bad_address: { tone: "bad", icon: MailX },
  left_outlet: { tone: "neutral", icon: LogOut },
  away: { tone: "info", icon: CalendarOff },
  stale: { tone: "warn", icon: ClockAlert },
};

function statePill(state: string, label = word("contact-state", state)): Pill {
  return { label, ...STATE_LOOKS[state] };
}

/** The states of a row, the weightiest first. */
export function pillsOf(row: ContactRow): Pill[] {
  const pills: Pill[] = [];
  if (row.do_not_contact) pills.push(statePill("do_not_contact"));
  if (row.bad_address) pills.push(statePill("bad_address"));
  if (row.left_outlet) pills.push(statePill("left_outlet"));
  if (row.away_until) {
    const known = row.away_until !== "?";
    pills.push(
      statePill(
        "away",
        known ? t("contact-away-until", { day: formatDate(row.away_until, "short") }) : undefined,
      ),
    );
  }
  if (row.stale && pills.length === 0) pills.push(statePill("stale"));
  return pills;
}

/** A held state as the panel shows it. */
export function heldPill(state: StateRow): Pill {
  return statePill(state.kind);
}

const HISTORY_LOOKS: Record<string, { tone: Tone; icon: IconComponent }> = {
  call: { tone: "neutral", icon: Phone },
  whatsapp: { tone: "neutral", icon: MessageCircle },
  meeting: { tone: "neutral", icon: Users },
  mail: { tone: "neutral", icon: Mail },
  note: { tone: "neutral", icon: StickyNote },
  release_refused: { tone: "bad", icon: MailX },
  release_sent: { tone: "neutral", icon: Send },
  enquiry_asked: { tone: "accent", icon: MessageCircleQuestion },
  enquiry_answered: { tone: "ok", icon: CheckCheck },
  response_reply: { tone: "accent", icon: Reply },
  response_bounce: { tone: "bad", icon: MailX },
  response_delay: { tone: "warn", icon: MailWarning },
  response_auto_reply: { tone: "info", icon: Bot },
  response_opt_out: { tone: "bad", icon: UserX },
  response_rsvp: { tone: "ok", icon: CalendarCheck },
  event_attended: { tone: "ok", icon: CalendarCheck },
  event_yes: { tone: "ok", icon: CalendarCheck },
  event_no: { tone: "neutral", icon: CalendarX },
  event_maybe: { tone: "warn", icon: CalendarCheck },
  event_missed: { tone: "neutral", icon: CalendarX },
  response_challenge: { tone: "warn", icon: ShieldQuestion },
  response_other: { tone: "neutral", icon: MailQuestion },
};

/** How an entry of the contact history looks. */
export function historyLook(kind: string): { tone?: Tone; icon?: IconComponent } {
  return HISTORY_LOOKS[kind] ?? {};
}

/** "Telepon masuk", "Dikirimi siaran pers", "Membalas". */
export function interactionTitle(entry: Pick<Interaction, "kind" | "direction">): string {
  const directed = `interaction-${entry.kind}-${entry.direction}`;
  return hasText(directed) ? t(directed) : word("interaction", entry.kind);
}

function placeOf(entry: Interaction): string | undefined {
  if (entry.enquiry_id) return linkTo(`/enquiries/${entry.enquiry_id}`);
  if (entry.event_id) return linkTo(`/events/${entry.event_id}`);
  if (entry.response_id && roomOf("/responses")) return linkTo(`/responses/${entry.response_id}`);
  if (entry.release_id && roomOf("/releases")) return linkTo(`/releases/${entry.release_id}`);
  return undefined;
}

/** The contact history as the timeline draws it. */
export function timelineOf(history: Interaction[]): TimelineItem[] {
  return history.map((entry) => ({
    id: entry.id,
    title: interactionTitle(entry),
    text: [
      entry.kind.startsWith("response_") && entry.summary ? `“${entry.summary}”` : entry.summary,
      LOG_KINDS.includes(entry.kind) && entry.actor && t("interaction-by", { name: entry.actor }),
    ]
      .filter(Boolean)
      .join(" · "),
    when: formatMoment(entry.at),
    at: formatDateTime(entry.at, { zone: session.zone }),
    href: placeOf(entry),
    ...HISTORY_LOOKS[entry.kind],
  }));
}

/** "Reporter, Radio Contoh FM". */
export function jobOf(row: Pick<ContactRow, "position" | "outlet">): string {
  return [row.position, row.outlet].filter(Boolean).join(", ");
}
