// What is done with press kits from several places.
import FileIcon from "@lucide/svelte/icons/file";
import FileText from "@lucide/svelte/icons/file-text";
import Images from "@lucide/svelte/icons/images";
import Send from "@lucide/svelte/icons/send";

import { call } from "../api/call";
import { runJob } from "../api/events.svelte";
import type { KitContent, KitPart } from "../api/types.gen";
import { t } from "../i18n.svelte";
import type { Choice } from "../shared/Combobox.svelte";
import type { IconComponent } from "../shared/icon";
import { recall, remember } from "../remembered";
import { toast, toastError } from "../shared/toasts.svelte";

/** In the order in which a kit shows them. */
export const PARTS: KitPart[] = ["release", "photo", "text", "file"];
export const PART_ICONS: Record<KitPart, IconComponent> = {
  release: Send,
  photo: Images,
  text: FileText,
  file: FileIcon,
};

/** Where a thing of a kit is looked after; none = only here. */
export function placeOf(content: KitContent): string | undefined {
  if (content.part === "release") return `/releases/${content.of}`;
  if (content.part === "photo") return `/photos/${content.of}`;
  return undefined;
}

export async function findKits(text: string): Promise<Choice[]> {
  const kits = await call("kit_list", { search: text || undefined });
  return kits.slice(0, 20).map((kit) => ({ value: String(kit.id), label: kit.name }));
}

export async function findReleases(text: string): Promise<Choice[]> {
  const rows = await call("release_list", { text });
  return rows.slice(0, 20).map((row) => ({
    value: String(row.id),
    label: row.headline || t("release-untitled"),
    hint: row.number || t(`release-state-${row.state}`),
  }));
}

/** How a kit's releases can be written. */
export type KitFormat = "pdf" | "docx" | "txt";
export const FORMATS: readonly KitFormat[] = ["pdf", "docx", "txt"];
const KEY = "kit.formats";
const areFormats = (value: unknown): value is KitFormat[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => (FORMATS as readonly unknown[]).includes(one));

export function recallFormats(): KitFormat[] {
  return recall<KitFormat[]>(KEY, ["pdf"], areFormats);
}

export function rememberFormats(formats: KitFormat[]): void {
  remember(KEY, formats);
}

/** Puts a kit into the bin; can be undone. Answers whether it is gone. */
export async function deleteKit(id: number): Promise<boolean> {
  try {
    await call("kit_delete", [id]);
    toast(t("kit-deleted"), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}

/** Attaches a kit to a release, as it is now. */
export async function attachKit(
  kit_id: number,
  release_id: number,
  formats: KitFormat[] = recallFormats(),
): Promise<boolean> {
  try {
    const file = await runJob("kit_attach", { kit_id, release_id, formats });
    toast(t("kit-attached", { file: file.file_name }), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
