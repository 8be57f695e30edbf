// Short messages at the foot of the window, with "undo" after a change.
import { asWartaError, call } from "../api/call";
import { runJob, type JobEvent } from "../api/events.svelte";
import type { Undone } from "../api/types.gen";
import { formatNumber, t } from "../i18n.svelte";

export type Toast = {
  id: number;
  text: string;
  /** `busy` stays until its work ends. */
  tone: "plain" | "bad" | "busy";
  /** What the button says, and does. */
  action?: { label: string; keys?: string[]; run: () => void };
  details?: string;
};

const SHOWN_FOR = 8000;
const list = $state<Toast[]>([]);
let lastId = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** The toasts on screen, oldest first. */
export function toasts(): readonly Toast[] {
  return list;
}

export function dropToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  const at = list.findIndex((toast) => toast.id === id);
  if (at >= 0) list.splice(at, 1);
}

function wait(id: number): void {
  timers.set(
    id,
    setTimeout(() => {
      dropToast(id);
    }, SHOWN_FOR),
  );
}

/** Holds all toasts while the pointer or the focus is on them. */
export function holdToasts(hold: boolean): void {
  for (const toast of list) {
    clearTimeout(timers.get(toast.id));
    if (!hold && toast.tone === "plain") wait(toast.id);
  }
}

export type ToastOptions = {
  /** `true` undoes the last action; a function does something else. */
  undo?: boolean | (() => unknown);
  action?: Toast["action"];
};

/** Says that something was done: `toast(t("contact-saved"), { undo: true })`. */
export function toast(text: string, { undo, action }: ToastOptions = {}): number {
  lastId += 1;
  const id = lastId;
  let button = action;
  if (undo) {
    const run = typeof undo === "function" ? undo : undoLast;
    button = {
      label: t("undo"),
      keys: ["Ctrl", "Z"],
      run: () => {
        dropToast(id);
        void Promise.resolve(run()).catch(toastError);
      },
    };
  }
  // One undo at a time: an older toast would take back the newer change.
  for (const shown of list.filter((other) => other.tone === "plain")) dropToast(shown.id);
  list.push({ id, text, tone: "plain", action: button });
  wait(id);
  return id;
}

/** Says what went wrong. Stays until it is closed. */
export function toastError(thrown: unknown): number {
  const error = asWartaError(thrown);
  lastId += 1;
  const id = lastId;
  if (error.code === "Internal") console.warn(error.message);
  list.push({ id, text: error.sentence, tone: "bad", details: error.details });
  return id;
}

const LONG = 400;

/** Runs an undo; one that takes long says how far it is and can be stopped. */
export async function runUndo(
  name: "undo_last" | "undo_action" | "redo_last",
  args: number | null,
): Promise<Undone> {
  const started = performance.now();
  let job: number | undefined;
  let shown: number | undefined;
  const onstart = (id: number) => {
    job = id;
  };
  const stop = () => {
    if (job !== undefined) void call("job_cancel", job).catch(toastError);
  };
  const onnews = (news: JobEvent) => {
    if (!news.phase || performance.now() - started < LONG) return;
    const share =
      news.total > 0 ? ` ${formatNumber(Math.round((news.done / news.total) * 100))}%` : "";
    const text = t(news.phase) + share;
    const known = list.find((toast) => toast.id === shown);
    if (known) {
      known.text = text;
    } else if (shown === undefined) {
      lastId += 1;
      shown = lastId;
      list.push({ id: shown, text, tone: "busy", action: { label: t("cancel"), run: stop } });
    }
  };
  try {
    return await (name === "undo_action"
      ? runJob(name, args ?? 0, { onstart, onnews })
      : runJob(name, null, { onstart, onnews }));
  } finally {
    if (shown !== undefined) dropToast(shown);
  }
}

/** Does again what was taken back last. */
export async function redoLast(): Promise<void> {
  try {
    await runUndo("redo_last", null);
    toast(t("redone"));
  } catch (thrown) {
    toastError(thrown);
  }
}

/** Takes back the last action that can be taken back. */
export async function undoLast(): Promise<void> {
  try {
    await runUndo("undo_last", null);
    toast(t("undone"));
  } catch (thrown) {
    toastError(thrown);
  }
}
