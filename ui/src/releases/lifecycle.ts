// The steps of a release on its way, each with its message and its way back.
import { call, uploadFile } from "../api/call";
import type { ApprovalWay, ReleaseDetail, ReleaseHistory, ReleaseStep } from "../api/types.gen";
import { t } from "../i18n.svelte";
import { navigate } from "../router.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

/** Runs a step; answers whether it was done. */
async function step(
  work: () => Promise<ReleaseDetail>,
  said: (detail: ReleaseDetail) => string,
): Promise<boolean> {
  try {
    toast(said(await work()), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}

export const submit = (id: number, to: string, note: string) =>
  step(
    () => call("release_submit", { id, to, note }),
    () => t("release-submitted"),
  );

export const sendBack = (id: number, note: string) =>
  step(
    () => call("release_return", { id, note }),
    () => t("release-returned"),
  );

export type Approval = {
  id: number;
  version: number;
  /** Of the text in the other language; 0 = there is none. */
  translationVersion: number;
  way: ApprovalWay;
  approver: string;
  note: string;
  evidenceText: string;
  file?: File;
};

/** Throws, so that the dialog can say what is wrong and keep what was typed. */
export async function approve(given: Approval): Promise<void> {
  const upload = given.file ? await uploadFile(given.file) : undefined;
  const detail = await call("release_approve", {
    id: given.id,
    version: given.version,
    translation_version: given.translationVersion,
    way: given.way,
    approver: given.approver || undefined,
    note: given.note,
    evidence_text: given.evidenceText,
    upload,
    file_name: given.file?.name,
  });
  const { number } = detail.release;
  toast(number ? t("release-approved-number", { number }) : t("release-approved"), { undo: true });
}

export const archive = (id: number, archived: boolean) =>
  step(
    () => call("release_archive", { id, archived }),
    () => t(archived ? "release-archived-done" : "release-unarchived-done"),
  );

export const withdraw = (id: number, reason: string, notice: boolean) =>
  step(
    () => call("release_withdraw", { id, reason, notice }),
    () => t("release-withdrawn-done"),
  );

/** Begins a correction and opens it. */
export async function correct(id: number): Promise<void> {
  try {
    const made = await call("release_correct", { id, note: "" });
    toast(t("release-correct-begun"), { undo: true });
    navigate(`/releases/${made.release.id}`);
  } catch (thrown) {
    toastError(thrown);
  }
}

export const restore = (versionId: number, ordinal: number) =>
  step(
    () => call("release_restore", { version_id: versionId }),
    () => t("release-restored", { version: ordinal }),
  );

/** Writes a copy of a step's photo or scan into the download folder. */
export async function copyEvidence(stepId: number): Promise<void> {
  try {
    const { file } = await call("release_evidence_copy", { id: stepId });
    toast(t("release-evidence-copied", { file }));
  } catch (thrown) {
    toastError(thrown);
  }
}

/** The step that approved what is approved now. */
export function approvalOf(history: ReleaseHistory): ReleaseStep | undefined {
  return history.steps.find(
    (one) => one.step === "approved" && one.release_version_id === history.row.approved_version_id,
  );
}
