// Who sits here and how they like it: the answer of `session`, and the looks of this window.
import { call } from "./api/call";
import type { Session } from "./api/types.gen";
import { useLanguage, useZone, type Language } from "./i18n.svelte";
import { setSingleLetters } from "./keys";
import { isBoolean, recall, remember } from "./remembered";

export type Theme = "light" | "dark" | "system";
export type Density = "comfortable" | "compact";

const isTheme = (value: unknown): value is Theme =>
  value === "light" || value === "dark" || value === "system";
const isDensity = (value: unknown): value is Density =>
  value === "comfortable" || value === "compact";
const isLanguage = (value: unknown): value is Language => value === "id" || value === "en";

/** Pixels of a list row, as in tokens.css; lists need the number to place their rows. */
const ROW_HEIGHT: Record<Density, number> = { comfortable: 40, compact: 32 };

let answer = $state.raw<Session | undefined>(undefined);
// Kept on this machine too, so that the window opens in the right colours before it is answered.
let theme = $state<Theme>(recall("theme", "system", isTheme));
let density = $state<Density>(recall("density", "comfortable", isDensity));
let singleKeys = $state(recall("single-keys", true, isBoolean));
const dark = window.matchMedia("(prefers-color-scheme: dark)");

function paint(): void {
  const isDark = theme === "dark" || (theme === "system" && dark.matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  document.documentElement.dataset.density = density;
}

export const session = {
  /** The answer of the command `session`; nothing until it has come. */
  get now(): Session | undefined {
    return answer;
  },
  get theme(): Theme {
    return theme;
  },
  get density(): Density {
    return density;
  },
  /** Whether single letters work as keys. */
  get singleKeys(): boolean {
    return singleKeys;
  },
  /** The office's zone, an IANA name. */
  get zone(): string {
    return answer?.zone ?? "Asia/Jakarta";
  },
  /** Pixels of a list row now. */
  get rowHeight(): number {
    return ROW_HEIGHT[density];
  },
};

/** Shows the theme at once; `chooseLooks` keeps it too. */
export function showTheme(wanted: Theme): void {
  theme = wanted;
  remember("theme", wanted);
  paint();
}

export function showDensity(wanted: Density): void {
  density = wanted;
  remember("density", wanted);
  paint();
}

export function showLanguage(wanted: Language): void {
  useLanguage(wanted);
  remember("language", wanted);
}

/** Switches single-letter keys at once. */
export function allowSingleKeys(on: boolean): void {
  singleKeys = on;
  setSingleLetters(on);
  remember("single-keys", on);
}

/** Puts the looks last used on screen, before anything is asked. */
export function showLastLooks(): void {
  useLanguage(recall("language", "id", isLanguage));
  setSingleLetters(singleKeys);
  paint();
  dark.addEventListener("change", paint);
}

/** Shows looks at once and keeps them in the workspace. */
export async function chooseLooks(looks: {
  language?: Language;
  theme?: Theme;
  density?: Density;
  letterKeys?: boolean;
}): Promise<void> {
  if (looks.language) showLanguage(looks.language);
  if (looks.theme) showTheme(looks.theme);
  if (looks.density) showDensity(looks.density);
  if (looks.letterKeys !== undefined) allowSingleKeys(looks.letterKeys);
  const settings: Record<string, string | undefined> = {
    language: looks.language,
    theme: looks.theme,
    density: looks.density,
    letter_keys: looks.letterKeys === undefined ? undefined : looks.letterKeys ? "1" : "0",
  };
  for (const [key, value] of Object.entries(settings)) {
    if (value !== undefined) await call("setting_set", { key, value });
  }
}

/** Asks who sits here, and follows it. */
export async function loadSession(): Promise<void> {
  answer = await call("session", null);
  useZone(answer.zone);
  if (isLanguage(answer.language)) showLanguage(answer.language);
  if (isTheme(answer.theme)) showTheme(answer.theme);
  if (isDensity(answer.density)) showDensity(answer.density);
  allowSingleKeys(answer.letter_keys);
}
