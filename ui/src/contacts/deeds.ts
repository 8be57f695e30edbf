// What a person does with contacts from several rooms, each with its message and its way back.
import { asWartaError, call, openLink } from "../api/call";
import { runJob, type JobEvent } from "../api/events.svelte";
import type { ContactFilter, ContactRow } from "../api/types.gen";
import { formatNumber, t } from "../i18n.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

/** Puts contacts into the bin; answers whether it was done. */
export async function deleteContacts(ids: number[], name = ""): Promise<boolean> {
  try {
    const count = await call("contact_delete", ids);
    toast(name ? t("contact-deleted-one", { name }) : t("contact-deleted", { count }), {
      undo: true,
    });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}

/** Puts contacts on a list. */
export async function addToList(list: { id: number; name: string }, ids: number[]): Promise<void> {
  try {
    const count = await call("list_add", { list_id: list.id, contact_ids: ids });
    if (count === 0) toast(t("list-all-there", { name: list.name }));
    else toast(t("list-added", { count, name: list.name }), { undo: true });
  } catch (thrown) {
    toastError(thrown);
  }
}

/** Makes a list and puts contacts on it. Throws, so that the dialog can say what is wrong. */
export async function addToNewList(name: string, ids: number[]): Promise<void> {
  const list = await call("list_save", { set: { name } });
  await addToList(list, ids);
}

/** Takes contacts off a list. */
export async function removeFromList(
  list: { id: number; name: string },
  ids: number[],
): Promise<void> {
  try {
    const count = await call("list_remove", { list_id: list.id, contact_ids: ids });
    toast(t("list-removed", { count, name: list.name }), { undo: true });
  } catch (thrown) {
    toastError(thrown);
  }
}

/** Marks contacts "do not contact": one action, so that one undo lifts exactly these marks. */
export async function markDoNotContact(ids: number[], reason?: string): Promise<void> {
  try {
    const order = { contact_ids: ids, kind: "do_not_contact", on: true, reason };
    const count = await call("contact_states_set", order);
    toast(t("contact-marked-dnc", { count }), { undo: count > 0 });
  } catch (thrown) {
    toastError(thrown);
  }
}

export type ExportFormat = "xlsx" | "csv" | "vcf" | "vcf3";

/** Writes a file of contacts or organisations into the download folder and says where it is. */
export async function exportTable(
  what: "contacts" | "organisations",
  format: ExportFormat,
  { filter, ids, columns }: { filter?: ContactFilter; ids?: number[]; columns?: string[] } = {},
  heard: { onnews?: (job: JobEvent) => void; onstart?: (id: number) => void } = {},
): Promise<void> {
  try {
    toast(t("export-running"));
    const order = {
      what,
      format: format === "vcf3" ? "vcf" : format,
      card_version: format === "vcf3" ? "3.0" : undefined,
      filter,
      ids,
      columns,
    };
    const written = await runJob("export_run", order, heard);
    toast(t("export-done", { rows: formatNumber(written.rows), file: written.file }));
  } catch (thrown) {
    if (asWartaError(thrown).code === "Cancelled") toast(t("job-cancelled"));
    else toastError(thrown);
  }
}

/** The number that WhatsApp opens, digits only; the one marked for it first. */
export function whatsappNumber(row: Pick<ContactRow, "phones">): string | undefined {
  const mobile = row.phones.find((phone) => /^\+628/.test(phone.e164));
  const chosen = row.phones.find((phone) => phone.whatsapp) ?? mobile;
  return chosen?.e164.replace(/\D/g, "") || undefined;
}

export function openWhatsapp(row: Pick<ContactRow, "phones">): void {
  const number = whatsappNumber(row);
  if (number) openLink(`https://wa.me/${number}`).catch(toastError);
}

/** The address to write to: the first that does not bounce. */
export function mailAddress(row: Pick<ContactRow, "emails">): string | undefined {
  return (row.emails.find((email) => email.state === "ok") ?? row.emails[0])?.address;
}

export function writeMail(row: Pick<ContactRow, "emails">): void {
  const address = mailAddress(row);
  if (address)
    openLink(`mailto:${encodeURIComponent(address).replace("%40", "@")}`).catch(toastError);
}
