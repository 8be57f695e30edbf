// Rows of a long list, fetched page by page as they come into view.
import { untrack } from "svelte";
import { SvelteMap } from "svelte/reactivity";

import { asWartaError, type WartaError } from "../api/call";
import { onEvent, touches } from "../api/events.svelte";
import { firstRowsStand } from "./calm.svelte";

/** `total` is −1 when it was not counted; then `count` says it a moment later. */
export type Page<Row> = { rows: Row[]; total: number };

export type PageSource<Row> = {
  load: (offset: number, limit: number) => Promise<Page<Row>>;
  count?: () => Promise<number>;
};

/** Rows that are fetched at once. */
export const PAGE = 100;

/** Milliseconds after which a person wonders. */
const SLOW_AFTER = 250;

/**
 * Gives a `<Table>` its `total`, `rowAt` and `onrange`. Old rows stay until new ones have come;
 * answers to an older question are dropped.
 */
export class Pages<Row> {
  total = $state(0);
  /** False until the first answer: nothing is known yet, so nothing is empty either. */
  known = $state(false);
  error = $state.raw<WartaError | undefined>(undefined);
  /** A question that takes long enough to say so, and to offer to give it up. */
  slow = $state(false);

  readonly size: number;
  #source: () => PageSource<Row>;
  #rows = new SvelteMap<number, Row>();
  #asked = new Set<number>();
  #turn = 0;
  #view = { from: 0, to: 1 };
  #counted = 0;
  #open = 0;
  #slowly: ReturnType<typeof setTimeout> | undefined;

  constructor(source: () => PageSource<Row>, size = PAGE) {
    this.#source = source;
    this.size = size;
  }

  rowAt = (index: number): Row | undefined => this.#rows.get(index);

  onrange = (from: number, to: number): void => {
    this.#view = { from, to };
    void this.#watched(this.#fetchView());
  };

  /** Asks again for what is in view, keeping it on screen meanwhile. With `anew`, from the top. */
  reload({ anew = false } = {}): Promise<void> {
    this.#turn += 1;
    this.#asked.clear();
    if (anew) {
      this.#view = { from: 0, to: 1 };
      this.#counted = 0;
    }
    void this.#watched(this.#count());
    return this.#watched(this.#fetchView(true));
  }

  /** Says after a moment that the answer is not there yet. */
  async #watched(work: Promise<void>): Promise<void> {
    this.#open += 1;
    this.#slowly ??= setTimeout(() => (this.slow = this.#open > 0), SLOW_AFTER);
    await work;
    this.#open -= 1;
    if (this.#open > 0) return;
    clearTimeout(this.#slowly);
    this.#slowly = undefined;
    this.slow = false;
  }

  async #count(): Promise<void> {
    const { count } = this.#source();
    if (!count) return;
    const turn = this.#turn;
    try {
      const total = await count();
      if (turn !== this.#turn) return;
      this.#counted = total;
      this.total = total;
    } catch (thrown) {
      if (turn === this.#turn) this.error = asWartaError(thrown);
    }
  }

  async #fetchView(replacing = false): Promise<void> {
    const first = Math.floor(this.#view.from / this.size);
    const last = Math.floor(Math.max(this.#view.from, this.#view.to - 1) / this.size);
    const wanted: number[] = [];
    for (let page = first; page <= last; page += 1) {
      if (!this.#asked.has(page)) wanted.push(page);
    }
    const turn = this.#turn;
    let cleared = !replacing;
    await Promise.all(
      wanted.map(async (page) => {
        this.#asked.add(page);
        try {
          const answer = await this.#source().load(page * this.size, this.size);
          if (turn !== this.#turn) return;
          if (!cleared) {
            cleared = true;
            this.#dropOutside(wanted);
          }
          answer.rows.forEach((row, at) => this.#rows.set(page * this.size + at, row));
          if (answer.total >= 0) this.total = answer.total;
          else this.total = this.#totalBy(page, answer.rows.length);
          this.known = true;
          firstRowsStand();
          this.error = undefined;
        } catch (thrown) {
          if (turn !== this.#turn) return;
          this.#asked.delete(page);
          this.error = asWartaError(thrown);
        }
      }),
    );
  }

  /** The total while nobody has counted: exact once a page is not full. */
  #totalBy(page: number, length: number): number {
    const seen = page * this.size + length;
    return length > 0 && length < this.size ? seen : Math.max(this.#counted, seen);
  }

  /** Rows of pages not asked for again are out of date. */
  #dropOutside(pages: number[]): void {
    for (const index of [...this.#rows.keys()]) {
      if (!pages.includes(Math.floor(index / this.size))) this.#rows.delete(index);
    }
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
      if (touches(event, command)) void pages.reload();
    }),
  );
  return pages;
}
