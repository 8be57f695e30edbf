import { describe, expect, it } from "vitest";

import { greetingOf } from "./day";

describe("the greeting", () => {
  it.each([
    ["2026-11-23T01:00:00Z", "Asia/Jakarta", "morning"],
    ["2026-11-23T05:30:00Z", "Asia/Jakarta", "noon"],
    ["2026-11-23T09:00:00Z", "Asia/Jakarta", "afternoon"],
    ["2026-11-23T09:00:00Z", "Asia/Jayapura", "evening"],
    ["2026-11-22T17:00:00Z", "Asia/Jakarta", "evening"],
  ])("at %s in %s is %s", (instant, zone, greeting) => {
    expect(greetingOf(new Date(instant), zone)).toBe(greeting);
  });
});
