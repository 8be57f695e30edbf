import { runJob } from "../api/events.svelte";
import { formatFileSize, t } from "../i18n.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

type Written = { file: string; bytes: number };

/** Writes a backup now and says so. */
export async function backUpNow(): Promise<void> {
  try {
    const written = await runJob<Written>("backup_write", {});
    toast(t("settings-backup-written", { size: formatFileSize(written.bytes) }));
  } catch (thrown) {
    toastError(thrown);
  }
}
