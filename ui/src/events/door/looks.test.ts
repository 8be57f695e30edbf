import { describe, expect, it } from "vitest";

import type { DoorRow } from "../../api/types.gen";
import { firstToCome, isCode } from "./looks";

const row = (id: number, more: Partial<DoorRow> = {}): DoorRow => ({
  id,
  contact_id: null,
  name: "Siti",
  outlet: "",
  position: "",
  phone: "",
  category: "press",
  place: "invited",
  rsvp: "yes",
  accreditation: "",
  arrived_at: "",
  left_at: "",
  late: false,
  walk_in: false,
  stands_in_for: "",
  replaced_by: "",
  photo_sha256: "",
  notes: "",
  ...more,
});

describe("the door", () => {
  it("tells the code of a badge from a name", () => {
    for (const code of ["W7ABCDEFGH", "w7abcdefgh", " W0Z9Z9Z9Z9\n"])
      expect(isCode(code)).toBe(true);
    for (const text of ["Wahyuningsih", "W7ABCDEFG", "W7ABCDEFGHJ", "WAABCDEFGH", "W7ABCDEFGI", ""])
      expect(isCode(text), text).toBe(false);
  });
  it("means the first who has not come yet", () => {
    const here = row(1, { arrived_at: "2026-11-22T01:00:00.000Z" });
    expect(firstToCome([here, row(2, { replaced_by: "Budi" }), row(3)])?.id).toBe(3);
    expect(firstToCome([here])?.id).toBe(1);
    expect(firstToCome([])).toBeUndefined();
  });
});
