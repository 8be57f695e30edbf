// How the layers of the calendar look, and where their things live.
import AlarmClock from "@lucide/svelte/icons/alarm-clock";
import Cake from "@lucide/svelte/icons/cake";
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import Flag from "@lucide/svelte/icons/flag";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Lock from "@lucide/svelte/icons/lock";
import Send from "@lucide/svelte/icons/send";
import StickyNote from "@lucide/svelte/icons/sticky-note";

import type { CalendarItem, Layer } from "../api/types.gen";
import { t } from "../i18n.svelte";
import type { IconComponent } from "../shared/icon";
import { clockTime, written } from "./days";

export const LAYERS: Layer[] = [
  "event",
  "release",
  "embargo",
  "deadline",
  "task",
  "birthday",
  "entry",
  "holiday",
];

export const LAYER_ICONS: Record<Layer, IconComponent> = {
  event: CalendarCheck,
  release: Send,
  embargo: Lock,
  deadline: AlarmClock,
  task: ListChecks,
  birthday: Cake,
  entry: StickyNote,
  holiday: Flag,
};

/** Where a thing is looked after; none = only in the calendar. */
export function placeOf(item: CalendarItem): string | undefined {
  switch (item.kind) {
    case "event":
      return `/events/${item.id}`;
    case "event_task":
      return `/events/${item.of}`;
    case "distribution":
      return `/releases/${item.of}/distribution/${item.id}`;
    case "embargo":
      return `/releases/${item.id}`;
    case "enquiry":
      return `/enquiries/${item.id}`;
    case "follow_up":
    case "birthday":
      return `/contacts/${item.of}`;
    default:
      return undefined;
  }
}

/** What it is and how it stands, in words. */
export function aboutOf(item: CalendarItem): string {
  const kind = t(`calendar-kind-${item.kind.replace("_", "-")}`);
  const state = item.state ? t(`calendar-state-${item.layer}-${item.state.replace("_", "-")}`) : "";
  return [kind, state].filter(Boolean).join(" · ");
}

/** When, in words, from beginning to end. */
export function whenOf(item: CalendarItem): string {
  if (item.begins === item.ends) return written(item.begins);
  if (item.all_day || item.begins.slice(0, 10) !== item.ends.slice(0, 10))
    return t("calendar-from-until", { from: written(item.begins), until: written(item.ends) });
  return t("calendar-hours", { from: written(item.begins), until: clockTime(item.ends) });
}
