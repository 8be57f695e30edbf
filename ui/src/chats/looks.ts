// How what an exported chat proposes looks.
import CircleQuestion from "@lucide/svelte/icons/circle-question-mark";
import Link from "@lucide/svelte/icons/link";
import Reply from "@lucide/svelte/icons/reply";

import type { IconComponent, Tone } from "../shared/icon";

export const PROPOSAL_KINDS = ["question", "link", "reply"] as const;
export const PLATFORMS = ["whatsapp", "telegram", "other"] as const;

const LOOKS: Record<string, { tone: Tone; icon: IconComponent }> = {
  question: { tone: "warn", icon: CircleQuestion },
  link: { tone: "ok", icon: Link },
  reply: { tone: "info", icon: Reply },
};

/** Tone and icon of a kind of proposal. */
export function lookOfProposal(kind: string): { tone: Tone; icon: IconComponent | undefined } {
  return LOOKS[kind] ?? { tone: "neutral", icon: undefined };
}

/** A message on one line, for a list. */
export function firstWords(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 120);
}
