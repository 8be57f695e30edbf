import { describe, expect, it } from "vitest";

import { daysBetween, localText, mondayOf, offsetOf, plusMonths, spanOf, step } from "./days";

describe("days of the calendar", () => {
  it("begins its weeks on Monday", () => {
    expect(mondayOf("2026-11-22")).toBe("2026-11-16");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
    expect(spanOf("week", "2026-11-22")).toEqual({ from: "2026-11-16", until: "2026-11-23" });
  });

  it("shows whole weeks of a month", () => {
    // February 2027 is four weeks from Monday to Sunday; November 2026 takes six.
    expect(spanOf("month", "2027-02-14")).toEqual({ from: "2027-02-01", until: "2027-03-01" });
    expect(spanOf("month", "2026-11-30")).toEqual({ from: "2026-10-26", until: "2026-12-07" });
  });

  it("keeps to the last day of a shorter month", () => {
    expect(plusMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(plusMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(step("month", "2026-01-31", 1)).toBe("2026-02-01");
    expect(step("week", "2026-12-28", 1)).toBe("2027-01-04");
    expect(daysBetween("2026-12-28", "2027-01-04")).toBe(7);
  });

  it("names a zone by how far it is from UTC", () => {
    expect(offsetOf("Asia/Jakarta")).toBe("+07:00");
    expect(offsetOf("UTC")).toBe("+00:00");
    expect(localText(new Date(2026, 11, 1, 9, 5), true)).toBe("2026-12-01T09:05");
    expect(localText(new Date(2026, 11, 1), false)).toBe("2026-12-01");
  });
});
