import type { LucideIcon } from "@lucide/svelte";

/** An icon of the lucide set: `import Calendar from "@lucide/svelte/icons/calendar"`. */
export type IconComponent = LucideIcon;

/** What a colour says; always beside an icon or a word. */
export type Tone = "neutral" | "accent" | "ok" | "warn" | "bad" | "info";
