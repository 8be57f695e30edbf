import { describe, expect, it } from "vitest";
import { dayName, readDue } from "./due";

describe("days counted from an event", () => {
  it("are read as people type them", () => {
    expect(readDue("H-7")).toEqual({ days: -7 });
    expect(readDue("h + 3")).toEqual({ days: 3 });
    expect(readDue("D-1")).toEqual({ days: -1 });
    expect(readDue("H")).toEqual({ days: 0 });
    expect(readDue("H-0")).toEqual({ days: 0 });
    expect(readDue("2026-11-24")).toEqual({ due_on: "2026-11-24" });
    expect(readDue("4/1/2027")).toEqual({ due_on: "2027-01-04" });
    expect(readDue("")).toEqual({ due_on: "" });
    expect(readDue("besok")).toBeUndefined();
  });
  it("are written so that they are read as the same", () => {
    for (const days of [-14, -1, 0, 1, 30]) expect(readDue(dayName(days))).toEqual({ days });
  });
});
