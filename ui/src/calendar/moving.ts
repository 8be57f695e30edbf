// Moving a thing of the calendar: what needs a word first, what can be taken back, what cannot move.
import { call } from "../api/call";
import type { CalendarItem } from "../api/types.gen";
import { t, zoneName } from "../i18n.svelte";
import { session } from "../session.svelte";
import { askConfirm } from "../shared/confirm.svelte";
import { toast, toastError } from "../shared/toasts.svelte";
import { dayOf, timeOf, written } from "./days";

/** A bare day keeps the hour of what has one. */
function wholeTarget(item: CalendarItem, to: string): string {
  if (item.all_day) return dayOf(to);
  return to.length > 10 ? to : `${to}T${timeOf(item.begins)}`;
}

async function agreed(item: CalendarItem, to: string): Promise<boolean> {
  if (item.kind !== "event" && item.kind !== "distribution" && item.kind !== "embargo") return true;
  return askConfirm({
    title: t(`calendar-move-ask-${item.kind}`, { title: item.title || t("calendar-untitled") }),
    text: t(`calendar-move-text-${item.kind}`, {
      from: written(item.begins),
      to: written(to),
      zone: zoneName(session.zone),
    }),
    action: t("calendar-move-do"),
  });
}

/** A distribution is given its hour by the sending, which keeps no images to take back. */
async function reschedule(item: CalendarItem, to: string, zone: string): Promise<void> {
  const at = (when: string) => `${dayOf(when)} ${timeOf(when)} ${zone}`;
  const { begins, id } = item;
  await call("distribution_reschedule", { distribution_id: id, at: at(to) });
  toast(t("calendar-moved", { title: item.title || t("calendar-untitled"), to: written(to) }), {
    undo: async () => {
      await call("distribution_reschedule", { distribution_id: id, at: at(begins) });
      toast(t("undone"));
    },
  });
}

/** Moves it to a day, or to an hour of one; whether it is there now. */
export async function moveItem(item: CalendarItem, wanted: string): Promise<boolean> {
  if (item.fixed) {
    toast(t(item.fixed));
    return false;
  }
  const to = wholeTarget(item, wanted);
  if (to === item.begins || !(await agreed(item, to))) return false;
  try {
    if (item.kind === "distribution") {
      await reschedule(item, to, session.zone);
    } else {
      const moved = await call("calendar_move", { kind: item.kind, id: item.id, to });
      toast(
        t("calendar-moved", {
          title: moved.title || t("calendar-untitled"),
          to: written(moved.to),
        }),
        { undo: true },
      );
    }
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
