// What kinds and states of letters look like, and what is done with letters from several places.
import Ban from "@lucide/svelte/icons/ban";
import PenLine from "@lucide/svelte/icons/pen-line";
import Stamp from "@lucide/svelte/icons/stamp";

import { call } from "../api/call";
import type { LetterBegin, LetterKind, LetterState } from "../api/types.gen";
import { t } from "../i18n.svelte";
import { navigate } from "../router.svelte";
import type { IconComponent, Tone } from "../shared/icon";
import { toast, toastError } from "../shared/toasts.svelte";

export const LETTER_KINDS: LetterKind[] = ["letter", "cover", "invitation", "memo", "assignment"];
export const LETTER_STATES: LetterState[] = ["draft", "issued", "void"];

export const LETTER_LOOKS: Record<LetterState, { tone: Tone; icon: IconComponent }> = {
  draft: { tone: "neutral", icon: PenLine },
  issued: { tone: "ok", icon: Stamp },
  void: { tone: "bad", icon: Ban },
};

export const kindChoices = () =>
  LETTER_KINDS.map((kind) => ({ value: kind, label: t(`letter-kind-${kind}`) }));
export const languageChoices = () => [
  { value: "id", label: t("palette-language-id") },
  { value: "en", label: t("palette-language-en") },
];

/** Begins a letter and opens it. Answers whether that went well. */
export async function beginLetter(begin: LetterBegin): Promise<boolean> {
  try {
    const made = await call("letter_begin", begin);
    navigate(`/letters/${made.letter.id}`);
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}

/** Puts a letter into the bin; can be undone. Answers whether it is gone. */
export async function deleteLetter(id: number): Promise<boolean> {
  try {
    await call("letter_delete", [id]);
    toast(t("letter-deleted"), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
