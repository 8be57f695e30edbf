// What enquiries look like, and what is done with them from several places.
import CheckCheck from "@lucide/svelte/icons/check-check";
import CircleDot from "@lucide/svelte/icons/circle-dot";
import Clock from "@lucide/svelte/icons/clock";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Lock from "@lucide/svelte/icons/lock";
import PenLine from "@lucide/svelte/icons/pen-line";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";

import { call, openLink } from "../api/call";
import type {
  Addressee,
  DueNamed,
  EnquiryChannel,
  EnquiryKind,
  EnquiryRow,
  EnquiryState,
} from "../api/types.gen";
import { formatDateTime, t } from "../i18n.svelte";
import { navigate } from "../router.svelte";
import { session } from "../session.svelte";
import type { Choice } from "../shared/Combobox.svelte";
import type { IconComponent, Tone } from "../shared/icon";
import type { Pill } from "../shared/Table.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

export const ENQUIRY_KINDS: EnquiryKind[] = ["confirmation", "interview", "data"];
export const CHANNELS: EnquiryChannel[] = ["mail", "phone", "whatsapp", "in_person"];
export const CLOSE_REASONS = ["done", "withdrawn", "declined", "passed_on", "too_late"] as const;

export const ENQUIRY_LOOKS: Record<EnquiryState, { tone: Tone; icon: IconComponent }> = {
  new: { tone: "accent", icon: CircleDot },
  in_work: { tone: "info", icon: PenLine },
  waiting: { tone: "warn", icon: Hourglass },
  answered: { tone: "ok", icon: CheckCheck },
  closed: { tone: "neutral", icon: Lock },
};

export const kindChoices = () =>
  ENQUIRY_KINDS.map((kind) => ({ value: kind, label: t(`enquiry-kind-${kind}`) }));
export const channelChoices = () =>
  CHANNELS.map((channel) => ({ value: channel, label: t(`enquiry-channel-${channel}`) }));
export const reasonChoices = () =>
  CLOSE_REASONS.map((reason) => ({ value: reason, label: t(`enquiry-closed-${reason}`) }));
export const channelOf = (text: string) => CHANNELS.find((one) => one === text);
export const kindOf = (text: string) => ENQUIRY_KINDS.find((one) => one === text);

export const isOpen = (state: EnquiryState) => state !== "answered" && state !== "closed";

/** Minutes as people say them: `2 hari 3 jam`, `45 menit`. */
export function spanOf(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const [days, hours, rest] = [
    Math.floor(whole / 1440),
    Math.floor((whole % 1440) / 60),
    whole % 60,
  ];
  if (days > 0)
    return hours > 0 ? t("enquiry-days-hours", { days, hours }) : t("enquiry-days", { days });
  if (hours > 0) {
    return rest > 0
      ? t("enquiry-hours-minutes", { hours, minutes: rest })
      : t("enquiry-hours", { hours });
  }
  return t("enquiry-minutes", { minutes: rest });
}

const DAY = 86_400_000;

/** How the deadline stands at an instant; nothing where there is none or it is answered. */
export function duePill(
  row: Pick<EnquiryRow, "due_at" | "state" | "minutes">,
  now: number,
): Pill | undefined {
  if (row.minutes !== null) {
    return { label: spanOf(row.minutes), tone: "neutral", icon: CheckCheck };
  }
  if (!row.due_at || !isOpen(row.state)) return undefined;
  const left = Date.parse(row.due_at) - now;
  const span = spanOf(Math.abs(left) / 60_000);
  if (left < 0)
    return { label: t("enquiry-due-over", { time: span }), tone: "bad", icon: TriangleAlert };
  return {
    label: t("enquiry-due-left", { left: span }),
    tone: left < DAY ? "warn" : "neutral",
    icon: Clock,
  };
}

/** A deadline in the zone in which it was named. */
export const dueText = (row: Pick<EnquiryRow, "due_at" | "due_zone">) =>
  row.due_at ? formatDateTime(row.due_at, { zone: row.due_zone || session.zone }) : "";
export const momentText = (at: string) =>
  at ? formatDateTime(at, { zone: session.zone, length: "long" }) : "";

export async function findContacts(text: string): Promise<Choice[]> {
  try {
    const page = await call("contact_list", { search: text, limit: 20, without_total: true });
    return page.rows.map((row) => ({
      value: String(row.id),
      label: row.name,
      hint: row.outlet || row.emails[0]?.address,
    }));
  } catch (thrown) {
    toastError(thrown);
    return [];
  }
}

async function findBodies(text: string, kind: string): Promise<Choice[]> {
  try {
    const page = await call("organisation_list", { search: text || undefined, kind, limit: 20 });
    return page.rows.map((row) => ({ value: String(row.id), label: row.name, hint: row.city }));
  } catch (thrown) {
    toastError(thrown);
    return [];
  }
}
export const findOutlets = (text: string) => findBodies(text, "outlet");
export const findUnits = (text: string) => findBodies(text, "government_unit");

/** Copies a text; answers whether that went well. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The addresses of one kind, each person or body once. */
export function reachesOf(all: Addressee[], chat: boolean): Addressee[] {
  const fitting = all.filter((one) =>
    chat ? one.kind === "whatsapp" || /^\+628/.test(one.key) : one.kind === "email",
  );
  return fitting.filter((one, at) => fitting.findIndex((other) => other.name === one.name) === at);
}

export function sendText(to: Addressee, text: string, subject = ""): void {
  const link =
    to.kind === "email"
      ? `mailto:${encodeURIComponent(to.key).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
      : `https://wa.me/${to.key.replace(/\D/g, "")}?text=${encodeURIComponent(text)}`;
  openLink(link).catch(toastError);
}

/** Puts enquiries into the bin; can be undone. Answers whether they are gone. */
export async function deleteEnquiry(id: number): Promise<boolean> {
  try {
    await call("enquiry_delete", [id]);
    toast(t("enquiry-deleted"), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}

/**
 * Makes an enquiry of a response, or finds the one that was made of it, and opens it. The deadline
 * that the mail names is taken up where it is given, and told with the author's words.
 */
export async function enquiryOfResponse(id: number, due: DueNamed | null): Promise<void> {
  try {
    const before = await call("enquiry_list", { response_id: id, limit: 1 });
    const made = await call("enquiry_from_response", {
      response_id: id,
      due: due ? undefined : "",
    });
    navigate(`/enquiries/${made.row.id}`);
    if (before.total !== 0) return;
    const words = due
      ? t("response-enquiry-made-due", {
          due: formatDateTime(due.at, { zone: due.zone }),
          words: due.words,
        })
      : t("enquiry-made");
    toast(words, { undo: true });
  } catch (thrown) {
    toastError(thrown);
  }
}
