// Beginning a release: an empty one, or one read from a text file.
import { call, uploadFile } from "../api/call";
import { t } from "../i18n.svelte";
import { navigate } from "../router.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

/** Makes an empty release with the office's standing texts, and opens it. */
export async function newRelease(): Promise<void> {
  try {
    const made = await call("release_save", { set: {} });
    navigate(`/releases/${made.release.id}`);
  } catch (thrown) {
    toastError(thrown);
  }
}

/** Makes a release from a template, and opens it. */
export async function beginRelease(template_id: number): Promise<void> {
  try {
    const made = await call("release_begin", { template_id });
    navigate(`/releases/${made.release.id}`);
  } catch (thrown) {
    toastError(thrown);
  }
}

const isWord = (file: File) => /\.(docx?|docm)$/i.test(file.name);

/** What a Markdown, text or Word file is handed over as. */
const given = async (file: File) =>
  isWord(file)
    ? { file_name: file.name, upload: await uploadFile(file), text: "" }
    : { file_name: file.name, text: await file.text() };

/** Reads a file into a release that there is, as its text in this language. */
export async function importInto(file: File, release_id: number, language: string): Promise<void> {
  await call("release_import", { ...(await given(file)), into: { release_id, language } });
}

/** Makes a release of each Markdown, text or Word file, and opens the last. */
export async function importReleases(files: File[]): Promise<void> {
  try {
    let last = 0;
    for (const file of files) {
      const made = await call("release_import", await given(file));
      last = made.release.id;
    }
    if (last === 0) return;
    toast(t("release-imported", { count: files.length }), { undo: true });
    navigate(`/releases/${last}`);
  } catch (thrown) {
    toastError(thrown);
  }
}

/** Puts a release into the bin; can be undone. Answers whether it is gone. */
export async function deleteRelease(id: number): Promise<boolean> {
  try {
    await call("release_delete", id);
    toast(t("release-deleted"), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
