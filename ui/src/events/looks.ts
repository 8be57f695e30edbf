// What press events look like, and what is done with them from several places.
import Ban from "@lucide/svelte/icons/ban";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CheckCheck from "@lucide/svelte/icons/check-check";
import CircleQuestion from "@lucide/svelte/icons/circle-question-mark";
import Radio from "@lucide/svelte/icons/radio";

import { call } from "../api/call";
import type { EventKind, EventRow, EventState } from "../api/types.gen";
import { formatDate, formatTime, t, zoneName } from "../i18n.svelte";
import { countdown } from "../releases/zoned";
import { session } from "../session.svelte";
import type { Choice } from "../shared/Combobox.svelte";
import type { IconComponent, Tone } from "../shared/icon";
import type { Pill } from "../shared/Table.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

export const EVENT_KINDS: EventKind[] = [
  "press_conference",
  "gathering",
  "tour",
  "media_visit",
  "doorstop",
  "interview",
  "webinar",
  "podcast",
  "talk_show",
  "citizens_forum",
  "outreach",
  "training",
  "ceremony",
];

export const EVENT_LOOKS: Record<EventState, { tone: Tone; icon: IconComponent }> = {
  planned: { tone: "info", icon: CalendarClock },
  held: { tone: "ok", icon: CheckCheck },
  cancelled: { tone: "bad", icon: Ban },
};

export const kindChoices = () =>
  EVENT_KINDS.map((kind) => ({ value: kind, label: t(`event-kind-${kind}`) }));
export const kindOf = (text: string) => EVENT_KINDS.find((one) => one === text);

type Span = Pick<EventRow, "begins_at" | "ends_at" | "zone" | "all_day">;

/** `1 Des 2026, 09.00–11.00 WIB`; of several days both ends. */
export function whenText(event: Span, length: "medium" | "full" = "medium"): string {
  const zone = event.zone || session.zone;
  const first = formatDate(event.begins_at, length, zone);
  // What ends at midnight belongs to the day before.
  const end = new Date(Date.parse(event.ends_at) - 1000).toISOString();
  const last = formatDate(end, length, zone);
  if (event.all_day) return first === last ? first : t("event-when-days", { first, last });
  const begins = formatTime(event.begins_at, { zone });
  const ends = formatTime(event.ends_at, { zone });
  const named = zoneName(zone, new Date(event.begins_at));
  if (first === last) return `${first}, ${begins}–${ends} ${named}`;
  return t("event-when-days", {
    first: `${first}, ${begins} ${named}`,
    last: `${formatDate(event.ends_at, length, zone)}, ${ends} ${zoneName(zone, new Date(event.ends_at))}`,
  });
}

/** How an event stands at an instant: so long until it begins, running, over. */
export function timePill(row: Span & Pick<EventRow, "state">, now: number): Pill | undefined {
  if (row.state !== "planned") return undefined;
  const left = countdown(row.begins_at, now);
  if (left) {
    const soon = Date.parse(row.begins_at) - now < 86_400_000;
    return {
      label: t("event-left", { left }),
      tone: soon ? "warn" : "neutral",
      icon: CalendarClock,
    };
  }
  if (Date.parse(row.ends_at) > now) return { label: t("event-now"), tone: "accent", icon: Radio };
  return { label: t("event-to-confirm"), tone: "warn", icon: CircleQuestion };
}

/** Events for a field that names one of them. */
export async function findEvents(text: string): Promise<Choice[]> {
  const page = await call("event_list", { search: text.trim() || undefined, limit: 20 });
  return page.rows.map((row) => ({
    value: String(row.id),
    label: row.title,
    hint: formatDate(row.begins_at, "medium", row.zone || session.zone),
  }));
}

/** Puts events into the bin; can be undone. Answers whether they are gone. */
export async function deleteEvent(id: number): Promise<boolean> {
  try {
    await call("event_delete", [id]);
    toast(t("event-deleted"), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
