import { expect, test } from "vitest";
import { periodOf } from "./periods";

test("periods hold the day and end on their last day", () => {
  expect(periodOf("week", "2026-11-22")).toEqual({ from: "2026-11-16", until: "2026-11-22" });
  expect(periodOf("week", "2026-11-23")).toEqual({ from: "2026-11-23", until: "2026-11-29" });
  expect(periodOf("month", "2028-02-10")).toEqual({ from: "2028-02-01", until: "2028-02-29" });
  expect(periodOf("last-month", "2026-01-05")).toEqual({ from: "2025-12-01", until: "2025-12-31" });
  expect(periodOf("quarter", "2026-11-22")).toEqual({ from: "2026-10-01", until: "2026-12-31" });
  expect(periodOf("year", "2026-11-22")).toEqual({ from: "2026-01-01", until: "2026-12-31" });
});
