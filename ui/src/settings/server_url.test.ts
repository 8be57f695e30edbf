import { describe, expect, it } from "vitest";

import { readServer, writeServer } from "./server_url";

describe("a mail server's address", () => {
  it.each([
    "smtps://humas%40example.id@mail.example.id:465",
    "smtp://humas%40example.id@mail.example.id:587",
    "smtp://127.0.0.1:2525?tls=none",
    "smtps://nama@[2001:db8::1]:465",
  ])("comes back as it was: %s", (url) => {
    expect(writeServer("smtp", readServer("smtp", url))).toBe(url);
  });

  it("is read in parts", () => {
    expect(readServer("imap", "imaps://humas%40example.id@mail.example.id")).toEqual({
      host: "mail.example.id",
      port: "993",
      security: "tls",
      user: "humas@example.id",
    });
  });

  it("is empty without a host", () => {
    expect(writeServer("imap", readServer("imap", ""))).toBe("");
  });
});
