import { describe, expect, it } from "vitest";

import { mailPage, textParts } from "./text_parts";

describe("a plain text", () => {
  it("shows what can be opened, without the sentence's marks", () => {
    expect(
      textParts("Tayang di https://kabar.example.id/a?b=1. Hubungi (siti@example.id)"),
    ).toEqual([
      { text: "Tayang di " },
      { text: "https://kabar.example.id/a?b=1", link: "https://kabar.example.id/a?b=1" },
      { text: ". Hubungi (" },
      { text: "siti@example.id", link: "mailto:siti@example.id" },
      { text: ")" },
    ]);
    expect(textParts("")).toEqual([]);
  });
});

describe("a stranger's page", () => {
  it("may load nothing", () => {
    expect(mailPage("<p>Halo</p>")).toContain("default-src 'none'");
  });
});
