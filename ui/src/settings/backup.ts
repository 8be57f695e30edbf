import { runJob } from "../api/events.svelte";
import { formatFileSize, t } from "../i18n.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

/** Writes a backup now and says so. */
export async function backUpNow(): Promise<void> {
  try {
    const written = await runJob("backup_write", {});
    toast(t("settings-backup-written", { size: formatFileSize(written.bytes) }));
  } catch (thrown) {
    toastError(thrown);
  }
}
