import { describe, expect, it } from "vitest";

import type { RecordHit } from "./actions.svelte";
import { around, findRecords, fitOf } from "./records";

const hit = (title: string, hint?: string): RecordHit => ({
  id: title,
  title,
  hint,
  run: () => undefined,
});

describe("search over everything", () => {
  const provider = (id: string, exact: RecordHit[], meant: RecordHit[] = []) => ({
    id,
    titleKey: id,
    find: (_text: string, slips: boolean) => Promise.resolve(slips ? meant : exact),
  });
  const fail = (thrown: unknown) => {
    throw thrown as Error;
  };

  it("puts the group with the best record first, else in the order of the rooms", async () => {
    const groups = await findRecords(
      [
        provider("contacts", [hit("Budi Pasaribu")]),
        provider("outlets", [hit("Harian Contoh", "Pasar Rebo")]),
        provider("releases", [hit("Pasar Rakyat dibuka")]),
        provider("lists", []),
      ],
      "pasar",
      fail,
    );
    expect(groups.map((group) => group.id)).toEqual(["releases", "contacts", "outlets"]);
  });

  it("thinks of typing slips only when nothing matched anywhere", async () => {
    const slipped = provider("contacts", [], [hit("Pasha")]);
    const found = await findRecords([slipped, provider("releases", [hit("Pasar")])], "pasar", fail);
    expect(found.map((group) => group.id)).toEqual(["releases"]);
    const meant = await findRecords([slipped, provider("releases", [])], "pasar", fail);
    expect(meant.map((group) => group.id)).toEqual(["contacts"]);
  });

  it("goes on when one room fails", async () => {
    const failures: unknown[] = [];
    const broken = { id: "x", titleKey: "x", find: () => Promise.reject(new Error("no")) };
    const found = await findRecords([broken, provider("lists", [hit("Pokja")])], "pok", (thrown) =>
      failures.push(thrown),
    );
    expect(found.map((group) => group.id)).toEqual(["lists"]);
    expect(failures).toHaveLength(1);
  });

  it("tells how well a record fits, accents or not", () => {
    expect(fitOf(hit("Kèdiri Pos"), "kediri")).toBe(3);
    expect(fitOf(hit("Harian Kediri"), "kediri")).toBe(2);
    expect(fitOf(hit("Siti Rahma", "siti@kediri.example"), "kediri")).toBe(1);
    expect(fitOf(hit("Siti Rahma"), "kediri")).toBe(0);
  });

  it("shows a long text where it was searched", () => {
    const text = `${"Kata lain. ".repeat(30)}Janji wawancara besok. ${"Kata lain. ".repeat(30)}`;
    const shown = around(text, "wawancara");
    expect(shown).toContain("wawancara");
    expect(shown.length).toBeLessThan(90);
    expect(around("Pendek", "x")).toBe("Pendek");
  });
});
