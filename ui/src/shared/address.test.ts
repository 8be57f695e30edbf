import { describe, expect, it } from "vitest";

import { addressLines } from "./address";

describe("a postal address", () => {
  it("stands in lines as on an envelope", () => {
    const postal = {
      name: "Dra. Siti Rahma",
      at: "Redaktur, Harian Contoh",
      address: "Jl. Contoh No. 1\n  Kelurahan Contoh ",
      postalCode: "42100",
      city: "Serang",
      region: "Banten",
    };
    expect(addressLines(postal)).toEqual([
      "Dra. Siti Rahma",
      "Redaktur, Harian Contoh",
      "Jl. Contoh No. 1",
      "Kelurahan Contoh",
      "Serang 42100",
      "Banten",
    ]);
  });

  it("says nothing twice and leaves out what is not known", () => {
    expect(
      addressLines({
        name: "Radio Contoh",
        address: "Jl. Contoh 2, Serang 42100",
        city: "serang",
        postalCode: "42100",
      }),
    ).toEqual(["Radio Contoh", "Jl. Contoh 2, Serang 42100"]);
  });
});
