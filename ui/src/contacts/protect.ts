// A person's rights in the window: a copy of their data, and erasure.
import { call } from "../api/call";
import { runJob } from "../api/events.svelte";
import { t } from "../i18n.svelte";
import { askConfirm } from "../shared/confirm.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

/** Writes a copy of all that is held about a contact into the download folder. */
export async function copySubject(contactId: number, format: "pdf" | "json"): Promise<void> {
  try {
    const written = await runJob("subject_export", { contact_id: contactId, format });
    toast(t("protect-copied", { file: written.file }));
  } catch (thrown) {
    toastError(thrown);
  }
}

/** Erases a contact for good, after saying exactly what goes. Answers whether they are gone. */
export async function eraseSubject(contactId: number): Promise<boolean> {
  try {
    const shown = await call("subject_show", contactId);
    const rows = shown.held.reduce((sum, held) => sum + held.count, 0);
    const agreed = await askConfirm({
      title: t("protect-erase-ask", { name: shown.name }),
      text: t("protect-erase-what", { name: shown.name, rows, backups: shown.backups.length }),
      action: t("protect-erase"),
      danger: true,
    });
    if (!agreed) return false;
    const erased = await runJob("subject_erase", { contact_id: contactId, delete_backups: true });
    const left =
      erased.mentions.length > 0
        ? ` ${t("protect-mentions", { count: erased.mentions.length })}`
        : "";
    const later = erased.cleaned ? "" : ` ${t("protect-clean-later")}`;
    toast(t("protect-erased", { name: shown.name }) + left + later);
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
