import { describe, expect, it } from "vitest";

import { asText, countdown, elsewhere, instantOf, zonedOf } from "./zoned";

describe("a day and a time in a zone", () => {
  it("mean one instant in each zone", () => {
    const of = (zone: string) => instantOf({ day: "2026-12-01", time: "08:00", zone });
    expect(of("Asia/Jakarta")).toBe("2026-12-01T01:00:00.000Z");
    expect(of("Asia/Makassar")).toBe("2026-12-01T00:00:00.000Z");
    expect(of("Asia/Jayapura")).toBe("2026-11-30T23:00:00.000Z");
    expect(instantOf({ day: "2026-12-01", time: "08:00:05", zone: "Asia/Jakarta" })).toBe(
      "2026-12-01T01:00:05.000Z",
    );
    expect(instantOf({ day: "", time: "08:00", zone: "Asia/Jakarta" })).toBeUndefined();
    // A zone with summer time: 25 October 2026 is its end in Berlin.
    expect(instantOf({ day: "2026-10-26", time: "08:00", zone: "Europe/Berlin" })).toBe(
      "2026-10-26T07:00:00.000Z",
    );
  });

  it("are found again from the instant", () => {
    const midnight = new Date("2026-12-31T17:00:00Z");
    expect(zonedOf(midnight, "Asia/Jakarta")).toEqual({
      day: "2027-01-01",
      time: "00:00",
      zone: "Asia/Jakarta",
    });
    expect(asText(zonedOf(midnight, "Asia/Jayapura"))).toBe("2027-01-01 02:00 Asia/Jayapura");
    expect(asText({ day: "2026-12-01", time: "", zone: "Asia/Jakarta" })).toBe("");
  });

  it("are shown in the other zones, with the day where it differs", () => {
    expect(elsewhere("2026-12-01T01:00:00Z", "Asia/Jakarta")).toBe("09.00 WITA · 10.00 WIT");
    expect(elsewhere("2026-12-31T16:30:00Z", "Asia/Jakarta")).toBe(
      "00.30 WITA (1 Jan 2027) · 01.30 WIT (1 Jan 2027)",
    );
  });

  it("are counted down to", () => {
    const now = Date.parse("2026-12-01T00:00:00Z");
    expect(countdown("2026-12-01T00:01:05Z", now)).toContain("1");
    expect(countdown("2026-12-01T00:00:00Z", now)).toBe("");
    expect(countdown("", now)).toBe("");
  });
});
