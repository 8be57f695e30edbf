// What the Rust side tells the window, and the queries that listen.
import { untrack } from "svelte";
import { SvelteMap } from "svelte/reactivity";

import {
  asWartaError,
  call,
  WartaError,
  type ArgsOf,
  type CommandName,
  type ResultOf,
} from "./call";
import { subscribe } from "./tauri";
import { READS, type JobResults, type JobStarted } from "./types.gen";

export type JobEvent = {
  type: "job";
  id: number;
  kind: string;
  phase: string;
  done: number;
  total: number;
  state: string;
  error?: unknown;
  result?: unknown;
};
export type AppEvent =
  | { type: "changed"; tables: string[] }
  | JobEvent
  | { type: "notice"; text: string; args: Record<string, string> }
  | { type: "closing"; messages: number; tray: boolean; asks_again: boolean }
  | { type: "overflow" };

type Listener = (event: AppEvent) => void;
const listeners = new Set<Listener>();

/** Hears every event; answers how to stop. */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The newest state of every job heard of since the window opened, by id. */
export const jobs = new SvelteMap<number, JobEvent>();

/** Gives an event to everyone who listens. */
export function deliver(event: AppEvent): void {
  if (event.type === "job") jobs.set(event.id, event);
  for (const listener of [...listeners]) listener(event);
}

/** Starts the stream; once, when the window opens. */
export function listen(): Promise<void> {
  return subscribe((event) => {
    deliver(event as AppEvent);
  });
}

/** Whether a job will report no more. */
export function jobEnded(job: JobEvent): boolean {
  return ["done", "failed", "cancelled", "interrupted"].includes(job.state);
}

/** Waits for a job's end and hears its progress; rejects with its error when it failed. */
export function jobResult<R>(id: number, onnews?: (job: JobEvent) => void): Promise<R> {
  return new Promise((resolve, reject) => {
    const settle = (job: JobEvent) => {
      onnews?.(job);
      if (!jobEnded(job)) return false;
      if (job.state === "done") resolve(job.result as R);
      else if (job.error !== undefined && job.error !== null) reject(asWartaError(job.error));
      else reject(new WartaError("Cancelled", "error-cancelled"));
      return true;
    };
    const known = jobs.get(id);
    if (known && settle(known)) return;
    const stop = onEvent((event) => {
      if (event.type === "job" && event.id === id && settle(event)) stop();
    });
  });
}

/** The commands that start a job. */
export type JobName = keyof JobResults & string;

/**
 * Starts a job and waits for its result: `runJob("import_run", plan, { onnews: (job) => … })`.
 * `onstart` hears its number, by which it can be cancelled.
 */
export async function runJob<N extends JobName>(
  name: N,
  args: ArgsOf<N>,
  { onnews, onstart }: { onnews?: (job: JobEvent) => void; onstart?: (id: number) => void } = {},
): Promise<JobResults[N]> {
  const started: JobStarted = await call<JobName>(name, args);
  onstart?.(started.id);
  return jobResult<JobResults[N]>(started.id, onnews);
}

/** Whether an event may have changed what a read answers. `*` stands for every table. */
export function touches(event: AppEvent, read: string): boolean {
  if (event.type === "overflow") return true;
  if (event.type !== "changed") return false;
  const depends = READS[read] ?? [];
  if (event.tables.includes("*") || depends.includes("*")) return true;
  return event.tables.some((table) => depends.includes(table));
}

/** The answer to a question that stays on screen. */
export interface LiveQuery<R> {
  /** The newest answer; stays while a newer one is on its way. */
  readonly data: R | undefined;
  readonly error: WartaError | undefined;
  /** True once an answer has taken longer than 200 ms. */
  readonly loading: boolean;
  /** Asks again now. */
  reload(): Promise<void>;
}

const QUIET = 200;

/** The question and its newest answer; `liveQuery` ties one to a component. */
export class Question<N extends CommandName> implements LiveQuery<ResultOf<N>> {
  data = $state.raw<ResultOf<N> | undefined>(undefined);
  error = $state.raw<WartaError | undefined>(undefined);
  loading = $state(false);

  #asked: [N, ArgsOf<N>] | null = null;
  #wording = "";
  #turn = 0;
  #running = false;
  #again = false;

  /** Sets the question; asks when its wording differs from the last. */
  ask(question: [N, ArgsOf<N>] | null): void {
    const wording = JSON.stringify(question);
    if (wording === this.#wording) return;
    this.#wording = wording;
    this.#asked = question;
    if (question) {
      void this.reload();
    } else {
      this.#turn += 1;
      this.data = undefined;
      this.error = undefined;
      this.loading = false;
    }
  }

  async reload(): Promise<void> {
    const question = this.#asked;
    if (!question) return;
    this.#turn += 1;
    const turn = this.#turn;
    const isNewest = () => turn === this.#turn;
    const slow = setTimeout(() => {
      if (isNewest()) this.loading = true;
    }, QUIET);
    this.#running = true;
    try {
      const answer = await call(question[0], question[1]);
      if (!isNewest()) return;
      this.data = answer;
      this.error = undefined;
    } catch (thrown) {
      if (isNewest()) this.error = asWartaError(thrown);
    } finally {
      clearTimeout(slow);
      if (isNewest()) {
        this.loading = false;
        this.#running = false;
        if (this.#again) {
          this.#again = false;
          void this.reload();
        }
      }
    }
  }

  /** Asks again when the event touches what the question reads. */
  hear(event: AppEvent): void {
    if (!this.#asked || !touches(event, this.#asked[0])) return;
    // One answer on its way is enough: it may be from before the change, so one more follows.
    if (this.#running) this.#again = true;
    else void this.reload();
  }

  /** Drops whatever is still on its way. */
  forget(): void {
    this.#turn += 1;
    this.#asked = null;
    this.#wording = "";
  }
}

/**
 * A read that stays on screen and asks again when what it reads has changed. Call it while a
 * component is set up: `const page = liveQuery(() => ["contact_list", filter])`; answer `null`
 * to ask nothing.
 */
export function liveQuery<N extends CommandName>(
  question: () => [N, ArgsOf<N>] | null,
): LiveQuery<ResultOf<N>> {
  const live = new Question<N>();
  $effect.pre(() => {
    const asked = question();
    untrack(() => {
      live.ask(asked);
    });
  });
  $effect(() => {
    const stop = onEvent((event) => {
      live.hear(event);
    });
    return () => {
      stop();
      live.forget();
    };
  });
  return live;
}
