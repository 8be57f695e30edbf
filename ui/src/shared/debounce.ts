// Saving while people type: a moment after the last key, and at once when they leave.

export const TYPING_PAUSE = 500;

const waiting = new Set<Debounced<never>>();

/** Calls `act` with the newest value a moment after the last `push`, or at once by `flush`. */
export class Debounced<T> {
  #act: (value: T) => unknown;
  #pause: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #value: { newest: T } | undefined;

  constructor(act: (value: T) => unknown, pause = TYPING_PAUSE) {
    this.#act = act;
    this.#pause = pause;
  }

  get pending(): boolean {
    return this.#value !== undefined;
  }

  push(value: T): void {
    this.#value = { newest: value };
    waiting.add(this as unknown as Debounced<never>);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, this.#pause);
  }

  flush(): unknown {
    clearTimeout(this.#timer);
    waiting.delete(this as unknown as Debounced<never>);
    const value = this.#value;
    this.#value = undefined;
    return value ? this.#act(value.newest) : undefined;
  }

  /** Forgets what was pushed. */
  drop(): void {
    this.#value = undefined;
    this.flush();
  }
}

/** Saves everything that waits; answers when all of it is done. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...waiting].map((debounced) => debounced.flush()));
}
