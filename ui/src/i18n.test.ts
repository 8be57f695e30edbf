import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { beforeEach, describe, expect, it } from "vitest";

import * as i18n from "./i18n.svelte";
import { guarded } from "./intl_guard";
import { KEY_TABLE } from "./keys";

const LOCALES = join(process.cwd(), "../assets/locales");

/** Every text of a file by key, attributes as `key.attribute`, with the names it is given. */
function textsOf(path: string): Map<string, string[]> {
  const source = readFileSync(path, "utf8");
  const texts = new Map<string, string[]>();
  let key = "";
  for (const line of source.split("\n")) {
    if (line.startsWith("#")) continue;
    const begins = /^(-?[a-zA-Z][\w-]*)\s*=/.exec(line);
    if (begins?.[1]) {
      expect(texts.has(begins[1]), `${path}: ${begins[1]} stands twice`).toBe(false);
      key = begins[1];
      texts.set(key, []);
    }
    if (key === "") continue;
    const attribute = /^\s+\.([a-zA-Z][\w-]*)\s*=/.exec(line);
    const at = attribute?.[1] ? `${key}.${attribute[1]}` : key;
    const names = texts.get(at) ?? [];
    texts.set(at, [...names, ...[...line.matchAll(/\$([\w-]+)/g)].map((found) => found[1] ?? "")]);
  }
  return new Map([...texts].map(([name, args]) => [name, [...new Set(args)].sort()]));
}

const namesOf = (language: string) =>
  readdirSync(join(LOCALES, language))
    .filter((name) => name.endsWith(".ftl"))
    .sort();

describe("locale files", () => {
  it("are the same files in both languages", () => {
    expect(namesOf("id")).toEqual(namesOf("en"));
  });

  it.each(namesOf("id"))("%s has the same keys and names in both languages", (name) => {
    const indonesian = textsOf(join(LOCALES, "id", name));
    const english = textsOf(join(LOCALES, "en", name));
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, args] of indonesian) expect(args, key).toEqual(english.get(key));
  });

  it.each(i18n.LANGUAGES)("%s parses whole, and no key stands in two files", (language) => {
    const bundle = new FluentBundle(language);
    for (const name of namesOf(language)) {
      const path = join(LOCALES, language, name);
      const problems = bundle.addResource(new FluentResource(readFileSync(path, "utf8")));
      expect(problems, path).toEqual([]);
      for (const key of textsOf(path).keys()) {
        if (!key.includes(".")) expect(bundle.hasMessage(key), `${path}: ${key}`).toBe(true);
      }
    }
  });
});

describe("texts that screens name", () => {
  function sources(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return sources(path);
      return /\.(svelte|ts)$/.test(name) && !name.endsWith(".test.ts") ? [path] : [];
    });
  }

  it("all exist", () => {
    const missing: string[] = [];
    for (const path of sources("src")) {
      const code = readFileSync(path, "utf8")
        .replace(/<!--[\s\S]*?-->/g, "")
        .replace(/\/\*[\s\S]*?\*\//g, "");
      for (const found of code.matchAll(/\bt\(\s*"([\w.-]+)"|[kK]ey: "([a-z]+-[\w.-]+)"/g)) {
        const key = found[1] ?? found[2] ?? "";
        if (!i18n.hasText(key)) missing.push(`${path}: ${key}`);
      }
    }
    for (const { titleKey } of Object.values(KEY_TABLE)) {
      if (!i18n.hasText(titleKey)) missing.push(titleKey);
    }
    expect(missing).toEqual([]);
  });
});

describe("formats", () => {
  beforeEach(() => {
    i18n.useLanguage("id");
  });

  it("switch with the language", () => {
    expect(i18n.t("nav-contacts")).toBe("Kontak");
    i18n.useLanguage("en");
    expect(i18n.t("nav-contacts")).toBe("Contacts");
    expect(i18n.formatRupiah(1_250_000)).toBe("Rp1,250,000");
    i18n.useLanguage("id");
    expect(i18n.formatRupiah(1_250_000)).toBe("Rp1.250.000");
    expect(i18n.formatFileSize(3_100_000)).toBe("3,1 MB");
  });

  it("name the Indonesian zones", () => {
    const instant = "2026-11-23T01:00:00Z";
    expect(i18n.formatTime(instant, { zone: "Asia/Jakarta", named: true })).toBe("08.00 WIB");
    expect(i18n.formatTime(instant, { zone: "Asia/Makassar", named: true })).toBe("09.00 WITA");
    expect(i18n.formatTime(instant, { zone: "Asia/Jayapura", named: true })).toBe("10.00 WIT");
    expect(i18n.formatDate("2026-11-23", "full")).toBe("Senin, 23 November 2026");
  });

  it("say days as people do", () => {
    const now = new Date(2026, 10, 21, 9, 0);
    expect(i18n.formatRelativeDay("2026-11-21", now)).toBe("Hari ini");
    expect(i18n.formatRelativeDay("2026-11-20", now)).toBe("Kemarin");
    expect(i18n.formatRelativeDay("2026-10-31", now)).toBe("3 minggu lalu");
    expect(i18n.formatRelativeDay("2026-06-21", now)).toBe("5 bulan lalu");
    i18n.useLanguage("en");
    expect(i18n.formatRelativeDay("2026-11-23", now)).toBe("in 2 days");
  });

  it("survive a language that is none", () => {
    const Format = guarded(Intl.NumberFormat as unknown as new (l?: string | string[]) => object);
    expect(() => new Format("C" as string)).not.toThrow();
    expect(() => new Format()).not.toThrow();
  });
});
