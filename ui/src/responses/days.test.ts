import { describe, expect, it } from "vitest";

import { dayIn, daysAfter, mondayAfter } from "./days";

describe("the day on which a response comes back", () => {
  it("is counted by the office's clock", () => {
    expect(dayIn("Asia/Jakarta", new Date("2026-11-22T18:00:00Z"))).toBe("2026-11-23");
    expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("is always after today when it is a Monday", () => {
    expect(mondayAfter("2026-11-22")).toBe("2026-11-23");
    expect(mondayAfter("2026-11-23")).toBe("2026-11-30");
    expect(mondayAfter("2026-11-28")).toBe("2026-11-30");
  });
});
