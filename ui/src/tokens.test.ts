import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

const css = readFileSync("src/tokens.css", "utf8");

function colours(selector: string): Map<string, string> {
  const from = css.indexOf(`\n${selector} {`);
  const block = css.slice(from, css.indexOf("\n}", from));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? "", m[2] ?? ""]),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const grounds = ["ground", "surface", "raised", "rail", "hover", "selected"];
const pairs: [string, string, number][] = [
  ...["ink", "ink-soft", "ink-quiet", "accent-text"].flatMap((ink) =>
    grounds.map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...["ok", "warn", "bad", "info", "neutral"].map((s): [string, string, number] => [
    s,
    `${s}-soft`,
    4.5,
  ]),
  ...["ok", "warn", "bad", "info"].map((s): [string, string, number] => [s, "surface", 4.5]),
  ["accent-ink", "accent", 4.5],
  ["accent-ink", "accent-hover", 4.5],
  ["accent-text", "accent-soft", 4.5],
  ["bad-ink", "bad", 4.5],
  ["inverse-ink", "inverse", 4.5],
  ["ink", "mark", 4.5],
  ["line-control", "surface", 3],
  ["line-control", "ground", 3],
  ["focus", "surface", 3],
];

describe.each([
  ["light", colours(":root")],
  ["dark", new Map([...colours(":root"), ...colours(':root[data-theme="dark"]')])],
])("the %s theme", (_name, theme) => {
  it.each(pairs)("shows %s on %s", (front, back, least) => {
    const [a, b] = [theme.get(front), theme.get(back)];
    expect(a && b, `${front} or ${back} is no plain colour`).toBeTruthy();
    expect(contrast(a ?? "", b ?? "")).toBeGreaterThanOrEqual(least);
  });
});
