import { describe, expect, it } from "vitest";

import { mailPage, replyLink, textParts } from "./text_parts";

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

describe("an answer", () => {
  it("is begun with one Re:", () => {
    expect(replyLink("siti@example.id", "Pasar & rakyat")).toBe(
      "mailto:siti@example.id?subject=Re%3A%20Pasar%20%26%20rakyat",
    );
    expect(replyLink("siti@example.id", "RE: Pasar")).toBe(
      "mailto:siti@example.id?subject=RE%3A%20Pasar",
    );
    expect(replyLink("a&cc=b@example.id", "x")).toContain("a%26cc%3Db@example.id");
  });
});

describe("a stranger's page", () => {
  it("may load nothing", () => {
    expect(mailPage("<p>Halo</p>")).toContain("default-src 'none'");
  });
});
