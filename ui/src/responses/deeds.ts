// What a person does with responses, each with its message and its way back.
import { call, uploadFile } from "../api/call";
import { runJob, type JobEvent } from "../api/events.svelte";
import type { ReadReport, ResponseDetail } from "../api/types.gen";
import { formatDate, t } from "../i18n.svelte";
import { navigate } from "../router.svelte";
import { runUndo, toast, toastError } from "../shared/toasts.svelte";
import { addressOf, kindName } from "./looks";

type Watch = { onnews: (job: JobEvent) => void; onstart: (id: number) => void };

async function attempt(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}

/** Ticks a response off or takes it up again; `onundone` hears that the person took it back. */
export function setHandled(id: number, handled: boolean, onundone: () => void): Promise<boolean> {
  return attempt(async () => {
    await call("response_handled", { response_id: id, handled });
    toast(t(handled ? "response-done" : "response-reopened"), {
      undo: async () => {
        await runUndo("undo_last", null);
        toast(t("undone"));
        onundone();
      },
    });
  });
}

/** Gives a conversation to a member of the staff; 0 = to nobody. */
export function assignTo(id: number, staff: number, name: string): Promise<boolean> {
  return attempt(async () => {
    await call("response_assign", { response_id: id, staff_id: staff || undefined });
    toast(staff ? t("response-assigned", { name }) : t("response-assigned-nobody"), {
      undo: true,
    });
  });
}

type Wait = { until?: string; waiting_for?: string };

/** Puts a conversation off, or takes it up again where there is nothing to wait for. */
export async function putOff(id: number, wait: Wait, throws = false): Promise<boolean> {
  const until = wait.until || undefined;
  const whom = wait.waiting_for?.trim() || undefined;
  const deed = async () => {
    await call("response_snooze", { response_id: id, until, waiting_for: whom });
    const words = until
      ? t("response-snoozed", { day: formatDate(until, "long") })
      : whom
        ? t("response-snoozed-for", { for: whom })
        : t("response-woken");
    toast(words, { undo: true });
  };
  if (!throws) return attempt(deed);
  await deed();
  return true;
}

/** Gives a response to a contact. */
export function giveTo(
  id: number,
  contact: { id: number; name: string; delivery?: number },
): Promise<boolean> {
  return attempt(async () => {
    await call("response_link", {
      response_id: id,
      contact_id: contact.id,
      delivery_id: contact.delivery || undefined,
    });
    toast(t("response-linked", { name: contact.name }), { undo: true });
  });
}

/** Makes a contact of whoever wrote, and gives them the response. */
export function giveToNew(detail: ResponseDetail, name: string): Promise<boolean> {
  return attempt(async () => {
    const address = addressOf(detail.row);
    const made = await call("contact_save", {
      patch: { set: { name } },
      reaches: address ? [{ kind: "email", value: address }] : [],
    });
    await call("response_link", { response_id: detail.row.id, contact_id: made.contact.id });
    toast(t("response-linked-new", { name }), {
      undo: async () => {
        await runUndo("undo_last", null);
        await runUndo("undo_last", null);
        toast(t("undone"));
      },
    });
  });
}

/** Takes a response for something else. */
export function correctKind(id: number, kind: string, permanent?: boolean): Promise<boolean> {
  return attempt(async () => {
    const detail = await call("response_correct", { response_id: id, kind, permanent });
    const name =
      kind === "bounce"
        ? t(permanent === false ? "response-bounce-soft" : "response-bounce-hard")
        : kindName(kind);
    toast(
      detail.sender_rule
        ? t("response-corrected-sender", { kind: name, from: detail.row.from_address })
        : t("response-corrected-to", { kind: name }),
      { undo: true },
    );
  });
}

/** Says what a response answers to an invitation; nothing = it is no answer to one. */
export function setAnswer(id: number, rsvp?: "yes" | "no" | "maybe"): Promise<boolean> {
  return attempt(async () => {
    await call("response_answer", { response_id: id, rsvp });
    toast(t("response-answered", { answer: t(`response-answer-${rsvp ?? "none"}`) }), {
      undo: true,
    });
  });
}

/** Forgets what a correction taught about the sender of a response. */
export function forgetRule(row: { id: number; from_address: string }): Promise<boolean> {
  return attempt(async () => {
    await call("response_rule_forget", row.id);
    toast(t("response-rule-forgotten", { from: row.from_address }), { undo: true });
  });
}

/** Logs the pieces that a response links to. */
export function logCoverage(id: number): Promise<boolean> {
  return attempt(async () => {
    const done = await call("coverage_from_response", { response_id: id });
    const first = done.logged[0] ?? done.there[0];
    const action = first && {
      label: t("coverage-there-open"),
      run: () => {
        navigate(`/coverage/${first.coverage.id}`);
      },
    };
    if (done.logged.length > 0)
      toast(t("response-coverage-logged", { count: done.logged.length }), { undo: true, action });
    else toast(t("response-coverage-there"), { action });
  });
}

/** Adds the address that an auto-reply names as a contact at the same outlet; answers its id. */
export async function addSuccessor(detail: ResponseDetail): Promise<number> {
  const { successor } = detail.row;
  let id = 0;
  await attempt(async () => {
    const outlet = detail.contact?.outlet ?? "";
    const made = await call("contact_save", {
      // The name is not known yet; until someone types it, the address says who it is.
      patch: { set: { name: successor.split("@")[0] ?? successor } },
      reaches: [{ kind: "email", value: successor }],
      affiliations: outlet
        ? [{ organisation: outlet, position: "", started_on: "", ended_on: "" }]
        : [],
    });
    id = made.contact.id;
    toast(t("response-successor-added", { address: successor }), { undo: true });
  });
  return id;
}

function sayReport(report: ReadReport): void {
  const parts: string[] = [];
  if (report.added > 0) {
    parts.push(
      t("inbox-report", {
        added: report.added,
        known: report.known,
        unmatched: report.unmatched,
      }),
    );
  } else {
    parts.push(t("inbox-report-none"));
  }
  if (report.ours > 0) parts.push(t("inbox-report-ours", { count: report.ours }));
  if (report.failed_count > 0) parts.push(t("inbox-report-failed", { count: report.failed_count }));
  toast(parts.join(". "), {
    undo: report.action
      ? async () => {
          await runUndo("undo_action", report.action);
          toast(t("undone"));
        }
      : undefined,
  });
}

/** Reads what is new in the office's mailbox, or (`again`) all of it once more. */
export function fetchMail(watch: Watch, again = false): Promise<boolean> {
  return attempt(async () => {
    sayReport(await runJob("inbox_fetch", { again }, watch));
  });
}

/** Files that are handed over at the same time. */
const AT_ONCE = 4;

/** Reads mail out of files. */
export function readFiles(
  files: File[],
  watch: Watch,
  onupload: (share: number) => void,
): Promise<boolean> {
  return attempt(async () => {
    const uploads = new Array<string>(files.length);
    const shares = new Array<number>(files.length).fill(0);
    let told = 0;
    const line = files.entries();
    // A Maildir is thousands of small files: several travel at once.
    const carry = async () => {
      for (const [at, file] of line) {
        uploads[at] = await uploadFile(file, (share) => {
          told += share - (shares[at] ?? 0);
          shares[at] = share;
          onupload(told / files.length);
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, carry));
    sayReport(await runJob("inbox_read", { paths: [], uploads }, watch));
  });
}
