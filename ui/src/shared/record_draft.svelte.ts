// A record while it is being changed on screen: fields are saved as they are typed, on the version
// that was shown, so that nothing that changed elsewhere meanwhile is lost.
import { asWartaError, type WartaError } from "../api/call";
import { newEditSession } from "./edit_session";

export type Versioned = { id: number; version: number };

/** How a record is read and written. `save` gets only the fields that changed. */
export type RecordDoor<R extends Versioned> = {
  save: (patch: { id: number; version: number; session: string; set: Partial<R> }) => Promise<R>;
  load: () => Promise<R>;
};

type Name<R> = Extract<keyof R, string>;

/** `const draft = new RecordDraft(office, { save, load }); draft.set("city", "Wonosari")` */
export class RecordDraft<R extends Versioned> {
  /** What the screen shows. */
  fields: R = $state.raw() as R;
  state = $state<"idle" | "saving" | "saved" | "failed">("idle");
  /** Why the last save failed; what was typed stays and goes along with the next save. */
  error = $state.raw<WartaError | undefined>(undefined);
  /** The same field was changed here and elsewhere: a person decides. */
  clash = $state.raw<{ theirs: R; names: Name<R>[] } | undefined>(undefined);
  /** Rises when fields change for another reason than typing here. */
  epoch = $state(0);

  #door: RecordDoor<R>;
  #session = newEditSession();
  #stored: R;
  #waiting: Partial<R> = {};
  #running: Promise<void> | undefined;

  constructor(first: R, door: RecordDoor<R>) {
    this.#door = door;
    this.#stored = first;
    this.fields = first;
  }

  /** Changes a field and saves it; answers when it is saved or has failed. */
  set<N extends Name<R>>(name: N, value: R[N]): Promise<void> {
    if (this.fields[name] === value) return this.#running ?? Promise.resolve();
    this.fields = { ...this.fields, [name]: value };
    this.#waiting = { ...this.#waiting, [name]: value };
    return this.flush();
  }

  /** Saves what waits. */
  flush(): Promise<void> {
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Takes what the store now holds, unless it is what this draft itself wrote. */
  adopt(theirs: R): void {
    if (this.#running || this.clash || theirs.version <= this.#stored.version) return;
    this.#take(theirs);
  }

  /** Ends a clash: `mine` writes over theirs, else theirs stays. */
  settle(mine: boolean): Promise<void> {
    const clash = this.clash;
    this.clash = undefined;
    if (clash && !mine) {
      const rest = { ...this.#waiting };
      for (const name of clash.names) Reflect.deleteProperty(rest, name);
      this.#waiting = rest;
      this.#take(clash.theirs);
      this.state = "saved";
    }
    return this.flush();
  }

  /** The sentence about a field that could not be saved. */
  errorOf(name: Name<R>): string | undefined {
    return this.error?.field === name ? this.error.sentence : undefined;
  }

  #take(theirs: R): void {
    this.#stored = theirs;
    this.fields = { ...theirs, ...this.#waiting };
    this.epoch += 1;
  }

  async #saveAll(): Promise<void> {
    while (Object.keys(this.#waiting).length > 0 && !this.clash) {
      const set = this.#waiting;
      this.#waiting = {};
      this.state = "saving";
      try {
        const { id, version } = this.#stored;
        const stored = await this.#door.save({ id, version, session: this.#session, set });
        this.#stored = stored;
        // What was typed stays as typed; the rest may have been derived by the store.
        this.fields = { ...stored, ...pick(this.fields, set), ...this.#waiting };
        this.error = undefined;
        this.state = "saved";
      } catch (thrown) {
        this.#waiting = { ...set, ...this.#waiting };
        const error = asWartaError(thrown);
        if (error.code === "Conflict" && (await this.#meet())) continue;
        this.state = "failed";
        this.error = this.clash ? undefined : error;
        return;
      }
    }
  }

  /** After a conflict: takes the newer record. True when no field was changed on both sides. */
  async #meet(): Promise<boolean> {
    try {
      const theirs = await this.#door.load();
      const names = (Object.keys(this.#waiting) as Name<R>[]).filter(
        (name) => theirs[name] !== this.#stored[name] && theirs[name] !== this.#waiting[name],
      );
      this.#take(theirs);
      if (names.length === 0) return true;
      this.clash = { theirs, names };
    } catch {
      // The first error says it all.
    }
    return false;
  }
}

function pick<R>(from: R, names: Partial<R>): Partial<R> {
  const picked: Partial<R> = {};
  for (const name of Object.keys(names) as (keyof R)[]) picked[name] = from[name];
  return picked;
}
