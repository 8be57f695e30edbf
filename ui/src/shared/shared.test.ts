import { describe, expect, it, vi } from "vitest";

import { fuzzyScore } from "../palette/fuzzy";
import { Debounced, flushAll } from "./debounce";
import { initialsOf } from "./initials";
import { markedParts } from "./marks";
import { Pages } from "./pages.svelte";
import {
  contentHeight,
  movedColumn,
  orderedColumns,
  plainChoice,
  rowsInView,
  scrollOfTop,
  shownColumns,
  TALLEST,
  topOfScroll,
  topShowing,
} from "./table_logic";
import { isPhone, readDay, readRupiah, readTime, tidyPhone } from "./typed";

describe("a list's rows in view", () => {
  const small = { total: 1000, rowHeight: 40, viewHeight: 800 };
  const million = { total: 2_000_000, rowHeight: 40, viewHeight: 800 };

  it("are those around the scroll place", () => {
    expect(rowsInView(small, 400, 2)).toEqual({ from: 8, to: 32 });
    expect(rowsInView({ ...small, total: 0 }, 0)).toEqual({ from: 0, to: 0 });
    expect(topOfScroll(small, 400)).toBe(400);
  });

  it("reach the last row through a scaled scroll bar", () => {
    expect(contentHeight(million)).toBe(TALLEST);
    const top = topOfScroll(million, TALLEST - 800);
    expect(rowsInView(million, top, 0).to).toBe(2_000_000);
    expect(topOfScroll(million, scrollOfTop(million, 12_345_678))).toBeCloseTo(12_345_678, 3);
  });

  it("move least to show a row", () => {
    expect(topShowing(small, 5, 400)).toBe(200);
    expect(topShowing(small, 30, 0)).toBe(31 * 40 - 800);
    expect(topShowing(small, 12, 400)).toBe(400);
  });
});

describe("a list's columns", () => {
  const columns = [{ id: "name", always: true }, { id: "city" }, { id: "beat", hidden: true }];

  it("stand as declared until chosen", () => {
    expect(shownColumns(columns, plainChoice(columns)).map((c) => c.id)).toEqual(["name", "city"]);
  });

  it("keep a choice when columns come and go", () => {
    const choice = { order: ["city", "gone", "name"], hidden: ["name"], widths: {} };
    expect(shownColumns(columns, choice).map((c) => c.id)).toEqual(["city", "name"]);
    expect(orderedColumns(columns, choice.order).map((c) => c.id)).toEqual([
      "city",
      "beat",
      "name",
    ]);
    expect(movedColumn(["a", "b"], "b", -1)).toEqual(["b", "a"]);
    expect(movedColumn(["a", "b"], "b", 1)).toEqual(["a", "b"]);
  });
});

describe("pages", () => {
  it("load what is in view once, and drop answers to an older question", async () => {
    const asked: number[] = [];
    let slow: ((page: { rows: string[]; total: number }) => void) | undefined;
    let word = "old";
    const pages = new Pages<string>(
      () => ({
        load: (offset, limit) => {
          asked.push(offset);
          const rows = Array.from({ length: limit }, (_, i) => `${word} ${offset + i}`);
          if (word === "slow") return new Promise((resolve) => (slow = resolve));
          return Promise.resolve({ rows, total: 1000 });
        },
      }),
      10,
    );
    pages.onrange(0, 15);
    pages.onrange(2, 17);
    await vi.waitFor(() => expect(pages.rowAt(15)).toBe("old 15"));
    expect(asked).toEqual([0, 10]);
    word = "slow";
    void pages.reload();
    word = "new";
    await pages.reload();
    slow?.({ rows: ["late"], total: 1 });
    await Promise.resolve();
    expect(pages.rowAt(0)).toBe("new 0");
    expect(pages.total).toBe(1000);
  });
});

describe("what people type", () => {
  const now = new Date(2026, 10, 21);
  it.each([
    ["23-11-2026", "2026-11-23"],
    ["23/11/26", "2026-11-23"],
    ["5 Des", "2026-12-05"],
    ["1 Agustus 2027", "2027-08-01"],
    ["besok", "2026-11-22"],
    ["31-02-2026", undefined],
    ["kapan", undefined],
  ])("reads the day %s", (typed, day) => {
    expect(readDay(typed, now)).toBe(day);
  });

  it("reads times, phones and money", () => {
    expect(readTime("8.5")).toBeUndefined();
    expect(readTime("0830")).toBe("08:30");
    expect(tidyPhone("0800 0000 111")).toBe("+62 800 0000 111");
    expect(tidyPhone("bukan nomor")).toBe("bukan nomor");
    expect(isPhone(tidyPhone("0800 0000 111"))).toBe(true);
    expect(readRupiah("Rp1.250.000,00")).toBe("1250000");
  });

  it("is saved a moment later, or at once when left", async () => {
    const saved: string[] = [];
    const saving = new Debounced<string>((text) => saved.push(text), 10_000);
    saving.push("a");
    saving.push("ab");
    expect(saved).toEqual([]);
    await flushAll();
    expect(saved).toEqual(["ab"]);
    await flushAll();
    expect(saved).toEqual(["ab"]);
  });
});

describe("names", () => {
  it("are marked where they were searched, accents or not", () => {
    expect(markedParts("Asep Ráhmat", "rah")).toEqual([
      { text: "Asep ", hit: false },
      { text: "Ráh", hit: true },
      { text: "mat", hit: false },
    ]);
    expect(markedParts("Siti", "")).toEqual([{ text: "Siti", hit: false }]);
  });

  it("have initials without titles", () => {
    expect(initialsOf("Dr. Asep Rahmat, S.Sos")).toBe("AR");
    expect(initialsOf("@contohkota")).toBe("C");
    expect(initialsOf("")).toBe("");
  });

  it("are found by their letters in order", () => {
    expect(fuzzyScore("Kelompok penerima", "klpn")).toBeGreaterThan(0);
    expect(fuzzyScore("Kelompok penerima", "xyz")).toBe(0);
    expect(fuzzyScore("Kontak", "kon")).toBeGreaterThan(fuzzyScore("Balasan kontak", "kon"));
  });
});
