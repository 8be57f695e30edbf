// The text of a release while it is written, in whichever of its languages: what both have in common.
import type { Release, ReleaseTranslation } from "../api/types.gen";
import type { RecordDraft } from "../shared/record_draft.svelte";

export type TextField =
  | "headline"
  | "lead"
  | "body_html"
  | "boilerplate"
  | "press_contact"
  | "covering_subject"
  | "covering_text";

/** One text. It stays the text that it is, also while the page turns to the other one. */
export type TextDraft = {
  readonly fields: Record<TextField, string> & { readonly language: string };
  readonly epoch: number;
  set: (name: TextField, value: string) => Promise<void>;
};

export const ownText = (draft: RecordDraft<Release>): TextDraft => ({
  get fields() {
    return draft.fields;
  },
  get epoch() {
    return draft.epoch;
  },
  set: (name, value) => draft.set(name, value),
});

export const otherText = (draft: RecordDraft<ReleaseTranslation>): TextDraft => ({
  get fields() {
    return draft.fields;
  },
  get epoch() {
    return draft.epoch;
  },
  set: (name, value) => draft.set(name, value),
});

/** The images of one body that the other does not show, as HTML. */
export function imagesMissing(from: string, to: string): string {
  const page = new DOMParser().parseFromString(from, "text/html");
  const images = [...page.querySelectorAll("img")];
  const missing = images.filter((image) => !to.includes(image.getAttribute("src") ?? ""));
  return missing.map((image) => image.outerHTML).join("");
}
