import { describe, expect, it } from "vitest";

import { WartaError } from "../api/call";
import { RecordDraft } from "./record_draft.svelte";

type Note = { id: number; version: number; title: string; place: string };
const first: Note = { id: 1, version: 1, title: "", place: "" };

/** A store of one record that refuses a save made on an older version. */
function store() {
  let now = first;
  const write = (set: Partial<Note>) => (now = { ...now, ...set, version: now.version + 1 });
  const draft = new RecordDraft(first, {
    load: () => Promise.resolve(now),
    save: (patch) =>
      patch.version === now.version
        ? Promise.resolve(write(patch.set))
        : Promise.reject(new WartaError("Conflict", "error-conflict")),
  });
  return { draft, write, now: () => now };
}

describe("a record being written", () => {
  it("names one session for all its saves, another draft another", async () => {
    const sessions: string[] = [];
    const make = () =>
      new RecordDraft(first, {
        load: () => Promise.resolve(first),
        save: (patch) => {
          sessions.push(patch.session);
          return Promise.resolve({ ...first, ...patch.set });
        },
      });
    const draft = make();
    await draft.set("title", "Pasar");
    await draft.set("place", "Wonosari");
    await make().set("title", "Pasar");
    expect(sessions[0]).toBeTruthy();
    expect(sessions[1]).toBe(sessions[0]);
    expect(sessions[2]).not.toBe(sessions[0]);
  });

  it("saves what was typed, all of it", async () => {
    const { draft, now } = store();
    void draft.set("title", "Pasar");
    await draft.set("title", "Pasar Rakyat");
    expect(now().title).toBe("Pasar Rakyat");
    expect(draft.state).toBe("saved");
  });

  it("joins with what changed elsewhere in other fields", async () => {
    const { draft, write, now } = store();
    write({ place: "Kota Contoh" });
    await draft.set("title", "Pasar");
    expect(now()).toMatchObject({ title: "Pasar", place: "Kota Contoh" });
    expect(draft.fields.place).toBe("Kota Contoh");
    expect(draft.epoch).toBe(1);
  });

  it.each([
    [true, "Punyaku"],
    [false, "Punyanya"],
  ])("asks when the same field changed in both places (mine: %s)", async (mine, kept) => {
    const { draft, write, now } = store();
    write({ title: "Punyanya" });
    await draft.set("title", "Punyaku");
    expect(draft.clash?.names).toEqual(["title"]);
    expect(now().title).toBe("Punyanya");
    await draft.settle(mine);
    expect(now().title).toBe(kept);
    expect(draft.fields.title).toBe(kept);
  });
});
