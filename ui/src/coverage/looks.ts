// What coverage looks like, and what is done with it from several places.
import CircleMinus from "@lucide/svelte/icons/circle-minus";
import Frown from "@lucide/svelte/icons/frown";
import Smile from "@lucide/svelte/icons/smile";

import { call } from "../api/call";
import type { Coverage, CoverageKind } from "../api/types.gen";
import { hasText, t } from "../i18n.svelte";
import type { IconComponent, Tone } from "../shared/icon";
import type { Pill } from "../shared/Table.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

export const COVERAGE_KINDS: CoverageKind[] = ["printed", "shown", "broadcast"];
export const TONES = ["positive", "neutral", "negative"] as const;

const LOOKS: Record<string, { tone: Tone; icon: IconComponent }> = {
  positive: { tone: "ok", icon: Smile },
  neutral: { tone: "neutral", icon: CircleMinus },
  negative: { tone: "bad", icon: Frown },
};

export const coverageKindChoices = () =>
  COVERAGE_KINDS.map((kind) => ({ value: kind, label: t(`coverage-kind-${kind}`) }));
export const toneChoices = () =>
  TONES.map((tone) => ({ value: tone, label: t(`coverage-tone-${tone}`) }));
export const coverageKindOf = (text: string) => COVERAGE_KINDS.find((one) => one === text);

/** The tone as a pill; nothing while nobody has said. */
export function tonePill(tone: string): Pill | undefined {
  const look = LOOKS[tone];
  const key = `coverage-tone-${tone}`;
  return look && hasText(key) ? { label: t(key), ...look } : undefined;
}

/** The tone that counts: the headline's, else the body's. */
export const toneOf = (piece: Coverage) => piece.headline_tone || piece.body_tone;

/** Puts pieces into the bin; can be undone. Answers whether they are gone. */
export async function deleteCoverage(id: number): Promise<boolean> {
  try {
    await call("coverage_delete", [id]);
    toast(t("coverage-deleted"), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
