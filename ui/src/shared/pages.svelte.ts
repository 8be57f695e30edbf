// Rows of a long list, fetched page by page as they come into view, and let go when they are far.
import { untrack } from "svelte";

import { asWartaError, type WartaError } from "../api/call";
import { onEvent, touches } from "../api/events.svelte";
import { firstRowsStand } from "./calm.svelte";
import { pagesWanted, type PageView } from "./page_order";

/** `total` is −1 when it was not counted; then `count` says it a moment later. */
export type Page<Row> = { rows: Row[]; total: number };

export type PageSource<Row> = {
  load: (offset: number, limit: number) => Promise<Page<Row>>;
  count?: () => Promise<number>;
  /** Where `count` stops counting: a greater answer says only that there are more. */
  countedUpTo?: number;
};

/** Rows that are fetched at once. */
export const PAGE = 100;

/** Milliseconds after which a person wonders. */
const SLOW_AFTER = 250;
/** Pages in memory at most. */
const MOST_KEPT = 24;
/** Pages asked for at once: the second is there when a screen lies across two. */
const AT_ONCE = 2;
/** Pages from which on the end of a list is asked for before anybody goes there. */
const LONG = 10;
/** Milliseconds after a question in which nothing but its first rows is asked for. */
const SETTLED = 1000;
/** Milliseconds between two movements of one fling. */
const FLING = 120;

/**
 * Gives a `<Table>` its `total`, `rowAt`, `turn` and `onrange`. Old rows stay until new ones have
 * come; answers to an older question are dropped. What is in view is asked for first, then what the
 * scroll comes to next; what a fling has passed before its turn is not asked for at all.
 */
export class Pages<Row> {
  total = $state(0);
  /** False until the first answer: nothing is known yet, so nothing is empty either. */
  known = $state(false);
  error = $state.raw<WartaError | undefined>(undefined);
  /** A question that takes long enough to say so, and to offer to give it up. */
  slow = $state(false);
  /** Grows with every new question: the list begins at its top again. */
  turn = $state(0);

  readonly size: number;
  #source: () => PageSource<Row>;
  #kept = new Map<number, { rows: Row[]; asked: number; used: number }>();
  /** Tells the readers of `rowAt` that a page came or went. */
  #version = $state(0);
  #loading = new Map<number, Promise<void>>();
  #failed = new Set<number>();
  /** Which asking is the newest: of a new question, or of the same after a change. */
  #asking = 0;
  #replacing = false;
  #view: PageView = { from: 0, to: 1, ahead: 1, flung: false };
  #moved = 0;
  #used = 0;
  #counted: number | undefined;
  /** The last row that came in answer to the newest asking, and one. */
  #seen = 0;
  #slowly: ReturnType<typeof setTimeout> | undefined;
  #refreshing: Promise<void> | undefined;
  #again = false;

  constructor(source: () => PageSource<Row>, size = PAGE) {
    this.#source = source;
    this.size = size;
  }

  rowAt = (index: number): Row | undefined => {
    void this.#version;
    return this.#kept.get(Math.floor(index / this.size))?.rows[index % this.size];
  };

  /** How many pages are in memory. */
  get pagesKept(): number {
    return this.#kept.size;
  }

  onrange = (from: number, to: number): void => {
    const now = performance.now();
    const by = from - this.#view.from;
    const flung = Math.abs(by) > this.size && now - this.#moved < FLING;
    this.#moved = now;
    this.#view = { from, to, ahead: by < 0 ? -1 : 1, flung };
    this.#failed.clear();
    for (const page of pagesWanted(this.#view, this.size, this.total, 0)) {
      const kept = this.#kept.get(page);
      if (kept) kept.used = ++this.#used;
    }
    this.#ask();
    // Once the fling has come to rest, what lies ahead of it is worth asking for again.
    if (flung) setTimeout(() => this.onrest(now), FLING);
  };

  private onrest(since: number): void {
    if (this.#moved !== since) return;
    this.#view.flung = false;
    this.#ask();
  }

  /** Asks again for what is in view, keeping it on screen meanwhile. With `anew`, from the top. */
  async reload({ anew = false } = {}): Promise<void> {
    this.#asking += 1;
    this.#replacing = true;
    this.#seen = 0;
    this.#loading.clear();
    this.#failed.clear();
    if (anew) {
      this.turn += 1;
      this.#view = { from: 0, to: 1, ahead: 1, flung: false };
      this.#counted = undefined;
      this.#foresee();
    }
    void this.#count();
    this.#ask();
    await this.#settled(this.#asking);
  }

  /**
   * The same after a change of the data. While an answer is awaited no second one is asked for:
   * a table that changes all the time would else never see one.
   */
  refresh(): Promise<void> {
    this.#again = true;
    this.#refreshing ??= (async () => {
      while (this.#again) {
        this.#again = false;
        await this.#settled(this.#asking);
        await this.reload();
      }
      this.#refreshing = undefined;
    })();
    return this.#refreshing;
  }

  async #settled(asking: number): Promise<void> {
    while (asking === this.#asking && this.#loading.size > 0) {
      await Promise.race(this.#loading.values());
    }
  }

  #ask(): void {
    while (this.#loading.size < AT_ONCE) {
      // Only an idle line is used to look ahead.
      const ahead = this.#loading.size === 0 && !this.#replacing && !this.#view.flung ? 2 : 0;
      const next = pagesWanted(this.#view, this.size, this.total, ahead).find(
        (page) =>
          this.#kept.get(page)?.asked !== this.#asking &&
          !this.#loading.has(page) &&
          !this.#failed.has(page),
      );
      if (next === undefined) break;
      this.#loading.set(next, this.#load(next, this.#asking));
    }
    this.#tellWhenSlow();
  }

  async #load(page: number, asking: number): Promise<void> {
    try {
      const answer = await this.#source().load(page * this.size, this.size);
      if (asking !== this.#asking) return;
      if (this.#replacing) this.#dropOutside();
      this.#replacing = false;
      this.#kept.set(page, { rows: answer.rows, asked: asking, used: ++this.#used });
      this.#total(answer.total, page, answer.rows.length);
      this.#letGo();
      this.#version += 1;
      this.known = true;
      firstRowsStand();
      this.error = undefined;
    } catch (thrown) {
      if (asking !== this.#asking) return;
      this.#failed.add(page);
      this.error = asWartaError(thrown);
    }
    this.#loading.delete(page);
    this.#ask();
  }

  /** Says after a moment that the answer is not there yet. */
  #tellWhenSlow(): void {
    if (this.#loading.size > 0) {
      this.#slowly ??= setTimeout(() => (this.slow = this.#loading.size > 0), SLOW_AFTER);
      return;
    }
    clearTimeout(this.#slowly);
    this.#slowly = undefined;
    this.slow = false;
  }

  async #count(): Promise<void> {
    const { count, countedUpTo = Infinity } = this.#source();
    if (!count) return;
    const asking = this.#asking;
    try {
      const total = await count();
      if (asking !== this.#asking) return;
      const capped = total > countedUpTo;
      this.#counted = capped ? undefined : total;
      this.total = Math.max(capped ? this.total : this.#seen, total);
      this.#ask();
    } catch (thrown) {
      if (asking === this.#asking) this.error = asWartaError(thrown);
    }
  }

  /**
   * Asks for the end of a long list once it has settled: whoever answers finds the order of all
   * rows for it, which the first rows did not need, and the first scroll does not wait for that.
   */
  #foresee(): void {
    const turn = this.turn;
    setTimeout(() => {
      const last = Math.floor((this.total - 1) / this.size);
      if (turn !== this.turn || last < LONG || this.#kept.has(last) || this.#loading.has(last))
        return;
      if (this.#loading.size < AT_ONCE) this.#loading.set(last, this.#load(last, this.#asking));
    }, SETTLED);
  }

  /** The total as far as it is known: exact once counted, or once a page is not full. */
  #total(told: number, page: number, length: number): void {
    const seen = page * this.size + length;
    if (length > 0) this.#seen = Math.max(this.#seen, seen);
    if (told >= 0) this.total = told;
    // What is on screen is there, whatever was counted: a search may find more than its words.
    else if (this.#counted !== undefined) this.total = Math.max(this.#counted, this.#seen);
    else if (length < this.size && (length > 0 || seen === 0)) this.total = seen;
    else if (length === 0) this.total = Math.min(this.total, seen);
    // One row more than was seen keeps the list going on.
    else this.total = Math.max(this.total, seen + 1);
  }

  /** Rows of pages that are out of view are out of date after a new question. */
  #dropOutside(): void {
    const inView = new Set(pagesWanted(this.#view, this.size, Infinity, 0));
    for (const page of [...this.#kept.keys()]) {
      if (!inView.has(page)) this.#kept.delete(page);
    }
  }

  /** Lets the pages go that were in view longest ago. */
  #letGo(): void {
    if (this.#kept.size <= MOST_KEPT) return;
    const inView = new Set(pagesWanted(this.#view, this.size, Infinity, 0));
    const oldest = [...this.#kept]
      .filter(([page]) => !inView.has(page))
      .sort(([, a], [, b]) => a.used - b.used);
    for (const [page] of oldest.slice(0, this.#kept.size - MOST_KEPT)) this.#kept.delete(page);
  }
}

/**
 * Pages tied to a component: they load again when what `question` reads as state changes (from the
 * top), and when a table that the command `reads` names has changed (in place).
 * `const list = livePages("contact_list", () => { const asked = { ...filter }; return { load: (offset, limit) => call("contact_list", { ...asked, offset, limit }) }; })`
 */
export function livePages<Row>(
  command: string,
  question: () => PageSource<Row>,
  size = PAGE,
): Pages<Row> {
  let source = untrack(question);
  const pages = new Pages<Row>(() => source, size);
  $effect.pre(() => {
    source = question();
    untrack(() => void pages.reload({ anew: true }));
  });
  $effect(() =>
    onEvent((event) => {
      if (touches(event, command)) void pages.refresh();
    }),
  );
  return pages;
}
