import { describe, expect, it, vi } from "vitest";

import { fuzzyScore } from "../palette/fuzzy";
import { Debounced, flushAll } from "./debounce";
import { initialsOf } from "./initials";
import { markedParts } from "./marks";
import { Pages } from "./pages.svelte";
import {
  contentHeight,
  isScaled,
  lowestTop,
  mostDrawn,
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

  describe.each([32, 40, 56])("of a million rows, %i pixels each", (rowHeight) => {
    const extent = { total: 1_000_000, rowHeight, viewHeight: 777 };
    const farthest = contentHeight(extent) - extent.viewHeight;
    const last = (top: number) => rowsInView(extent, top, 0).to - 1;

    it("are drawn lower than WebKit draws anything only by a scaled bar", () => {
      expect(isScaled(extent)).toBe(true);
      expect(contentHeight(extent)).toBeLessThan(33_000_000);
    });

    it("end with the last row, by the key End", () => {
      const top = topShowing(extent, 999_999, 0);
      expect(top).toBe(lowestTop(extent));
      expect(top + extent.viewHeight).toBe(1_000_000 * rowHeight);
      // The bar that was put there says the same place.
      expect(topOfScroll(extent, Math.floor(scrollOfTop(extent, top)))).toBe(top);
    });

    it.each([0, 0.4, 0.5, 0.99])("end with the last row, dragged to %f short of the end", (off) => {
      const top = topOfScroll(extent, farthest - off);
      expect(top).toBe(lowestTop(extent));
      expect(last(top)).toBe(999_999);
    });

    it("come one after the other near the end, down and up", () => {
      let top = topShowing(extent, 999_900, 0);
      for (let row = 999_900; row < 1_000_000; row += 1) {
        top = topShowing(extent, row, top);
        const shown = { begin: row * rowHeight - top, end: (row + 1) * rowHeight - top };
        expect(shown.begin).toBeGreaterThanOrEqual(0);
        expect(shown.end).toBeLessThanOrEqual(extent.viewHeight);
      }
      expect(top).toBe(lowestTop(extent));
      for (let row = 999_999; row >= 999_900; row -= 1) {
        top = topShowing(extent, row, top);
        expect(row * rowHeight - top).toBeGreaterThanOrEqual(0);
      }
      expect(last(top)).toBeLessThan(999_999);
    });

    it("are each shown by some place of the bar, none leapt over", () => {
      const pixels = Array.from({ length: 2_000 }, (_, at) => farthest - 2_000 + at);
      const shown = pixels.map((at) => rowsInView(extent, topOfScroll(extent, at), 0));
      shown.forEach(({ from }, at) => {
        const before = shown[at - 1];
        if (before) expect(from).toBeLessThan(before.to);
      });
    });

    it("need few elements, wherever the view is", () => {
      for (const top of [0, 1, rowHeight / 2, 12_345_678, lowestTop(extent) - 1]) {
        const { from, to } = rowsInView(extent, top);
        expect(to - from).toBeLessThanOrEqual(mostDrawn(extent));
      }
    });
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
    await vi.waitFor(() => expect(asked).toEqual([0, 10, 20, 30]));
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

describe("pages of a long list", () => {
  type Ask = { offset: number; answer: () => Promise<void> };
  function list(total: number, { counted = true, countedUpTo = Infinity } = {}) {
    const asked: Ask[] = [];
    const pages = new Pages<number>(
      () => ({
        load: (offset, limit) =>
          new Promise((resolve) => {
            const rows = Array.from(
              { length: Math.max(0, Math.min(limit, total - offset)) },
              (_, at) => offset + at,
            );
            asked.push({
              offset,
              answer: async () => {
                resolve({ rows, total: -1 });
                await new Promise((done) => setTimeout(done));
              },
            });
          }),
        count: counted ? () => Promise.resolve(Math.min(total, countedUpTo + 1)) : undefined,
        countedUpTo,
      }),
      10,
    );
    /** Answers everything that is asked until nothing is; the offsets in the order of asking. */
    async function settle(): Promise<number[]> {
      const offsets: number[] = [];
      for (let next = asked.shift(); next; next = asked.shift()) {
        offsets.push(next.offset);
        await next.answer();
      }
      return offsets;
    }
    return { pages, asked, settle };
  }

  it("stay few however far the scroll goes, and come again", async () => {
    const { pages, settle } = list(100_000);
    void pages.reload({ anew: true });
    await settle();
    for (let from = 0; from < 100_000; from += 500) {
      pages.onrange(from, from + 15);
      await settle();
      expect(pages.rowAt(from + 14)).toBe(from + 14);
      expect(pages.pagesKept).toBeLessThanOrEqual(24);
    }
    expect(pages.rowAt(0)).toBeUndefined();
    pages.onrange(0, 15);
    expect(await settle()).toContain(0);
    expect(pages.rowAt(0)).toBe(0);
    expect(pages.total).toBe(100_000);
  });

  it("are asked for where the scroll goes next", async () => {
    const { pages, settle } = list(1_000);
    void pages.reload({ anew: true });
    await settle();
    pages.onrange(500, 515);
    expect(await settle()).toEqual([500, 510, 520, 530]);
    await new Promise((done) => setTimeout(done, 150));
    pages.onrange(492, 507);
    expect(await settle()).toEqual([490, 480, 470]);
    pages.onrange(985, 1_000);
    expect(await settle()).toEqual([980, 990]);
  });

  it("are not asked for when a fling has passed them", async () => {
    const { pages, asked, settle } = list(100_000);
    void pages.reload({ anew: true });
    await settle();
    for (let from = 1_000; from <= 90_000; from += 1_000) pages.onrange(from, from + 15);
    expect(asked.map((ask) => ask.offset)).toEqual([1_000, 1_010]);
    expect(await settle()).toEqual([1_000, 1_010, 90_000, 90_010]);
    expect(pages.rowAt(90_014)).toBe(90_014);
    // Come to rest, it looks ahead again.
    await new Promise((done) => setTimeout(done, 150));
    expect(await settle()).toEqual([90_020, 90_030]);
  });

  it("are asked for at the far end once the list has settled", async () => {
    const { pages, asked, settle } = list(500);
    void pages.reload({ anew: true });
    await settle();
    expect(asked).toEqual([]);
    await vi.waitFor(() => expect(asked.map((ask) => ask.offset)).toEqual([490]), 2_000);
    await settle();
    expect(pages.rowAt(499)).toBe(499);
  });

  it("go on to the end where nobody has counted that far", async () => {
    const { pages, settle } = list(57, { countedUpTo: 20 });
    void pages.reload({ anew: true });
    await settle();
    expect(pages.total).toBe(31);
    for (let last = 0; last !== pages.total;) {
      last = pages.total;
      pages.onrange(Math.max(0, pages.total - 15), pages.total);
      await settle();
    }
    expect(pages.total).toBe(57);
    expect(pages.rowAt(56)).toBe(56);
  });

  it("end with a full page where nobody has counted", async () => {
    const { pages, settle } = list(30, { counted: false });
    void pages.reload({ anew: true });
    await settle();
    for (let step = 0; step < 5; step += 1) {
      pages.onrange(Math.max(0, pages.total - 15), pages.total);
      await settle();
    }
    expect(pages.total).toBe(30);
  });

  it("see an answer although the data changes all the time", async () => {
    const { pages, asked, settle } = list(100);
    void pages.reload({ anew: true });
    await settle();
    for (let change = 0; change < 20; change += 1) {
      void pages.refresh();
      await Promise.resolve();
    }
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const [first] = asked;
    await first?.answer();
    expect(pages.rowAt(3)).toBe(3);
    await settle();
    expect(pages.known).toBe(true);
  });

  it("tell a new question, so that the list begins at its top", async () => {
    const { pages, settle } = list(100);
    void pages.reload({ anew: true });
    await settle();
    const before = pages.turn;
    void pages.refresh();
    await settle();
    expect(pages.turn).toBe(before);
    void pages.reload({ anew: true });
    expect(pages.turn).toBe(before + 1);
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
    expect(readTime("8.30.05")).toBe("08:30:05");
    expect(readTime("8.30.75")).toBeUndefined();
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
