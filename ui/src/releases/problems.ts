// What is to be said before a release is sent, as a sentence.
import type { Problem, SeenProblem } from "../api/types.gen";
import { t } from "../i18n.svelte";

/** Of a release in two languages it is said which text a sentence is about. */
export function problemText(problem: Pick<Problem | SeenProblem, "text" | "args" | "language">) {
  // What is kept with a distribution names nobody: a name would outlive the wish to be erased.
  const remark = t(problem.text, { names: "…", ...problem.args });
  return problem.language
    ? t("translation-remark", { language: problem.language, remark })
    : remark;
}
