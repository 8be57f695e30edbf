// What a person does with programmes, each with its message.
import { runJob } from "../api/events.svelte";
import { formatNumber, t } from "../i18n.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

/** Writes the posts of a programme, or of all, into the download folder and says where. */
export async function exportPosts(format: "xlsx" | "csv", programme?: number): Promise<void> {
  try {
    toast(t("export-running"));
    const written = await runJob("export_run", { what: "posts", format, programme_id: programme });
    toast(t("export-done", { rows: formatNumber(written.rows), file: written.file }));
  } catch (thrown) {
    toastError(thrown);
  }
}
