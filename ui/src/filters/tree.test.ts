import { describe, expect, it } from "vitest";
import type { Filter } from "../api/types.gen";
import { draftOf, filterOf, newGroup, newRule } from "./tree";

const rule = (field: string, value: string): Filter => ({
  rule: { field, op: "is", values: [value] },
});

describe("a filter in the builder", () => {
  it("comes out as it went in", () => {
    const filters: Filter[] = [
      rule("city", "Serang"),
      { all: [rule("city", "Serang"), { any: [rule("beats", "Hukum"), rule("tags", "VIP")] }] },
      { not: { any: [rule("city", "Serang"), rule("city", "Depok")] } },
      { not: rule("city", "Serang") },
      { all: [rule("city", "Serang"), { not: rule("beats", "Hukum") }] },
    ];
    for (const filter of filters) expect(filterOf(draftOf(filter))).toEqual(filter);
  });

  it("asks only what is complete", () => {
    const group = newGroup([newRule(undefined), draftOf(rule("city", " Serang "))]);
    expect(filterOf(group)).toEqual(rule("city", "Serang"));
    expect(filterOf(newGroup([newRule(undefined)]))).toBeUndefined();
  });

  it("keeps no value where none is compared", () => {
    const draft = draftOf({ rule: { field: "city", op: "empty", values: ["x"] } });
    expect(filterOf(draft)).toEqual({ rule: { field: "city", op: "empty", values: [] } });
  });
});
