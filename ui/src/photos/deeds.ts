// What is done with photos from several places.
import { asWartaError, call, uploadFile } from "../api/call";
import { fileAddress } from "../api/tauri";
import type { Consent, Photo } from "../api/types.gen";
import { t } from "../i18n.svelte";
import type { IconComponent, Tone } from "../shared/icon";
import { toast, toastError } from "../shared/toasts.svelte";
import Check from "@lucide/svelte/icons/check";
import CircleHelp from "@lucide/svelte/icons/circle-question-mark";
import Ban from "@lucide/svelte/icons/ban";
import { stillOf } from "./still";

export const CONSENTS: Consent[] = ["unknown", "given", "not_needed", "refused"];
export const CONSENT_LOOKS: Record<Consent, { tone: Tone; icon: IconComponent }> = {
  unknown: { tone: "warn", icon: CircleHelp },
  given: { tone: "ok", icon: Check },
  not_needed: { tone: "ok", icon: Check },
  refused: { tone: "bad", icon: Ban },
};
export const ACCEPTED = ".jpg,.jpeg,.png,.gif,.webp,.mp4,.mov";

export const consentChoices = () =>
  CONSENTS.map((consent) => ({ value: consent, label: t(`photo-consent-${consent}`) }));

/** The small picture of a photo, or of what stands for a video, for a tile. */
export const smallAddress = (photo: Photo) =>
  fileAddress(`small-${photo.kind === "video" ? photo.still_sha256 : photo.sha256}`);

/** How long a video is, as players write it: 2:05, 1:00:00. */
export function lengthOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** What a photo is called. */
export const nameOf = (photo: Photo) => photo.caption || photo.file_name;

/** Takes files into the archive one after another; each refusal is told. Answers the last one's id. */
export async function addPhotos(
  files: File[],
  onprogress: (coming: { name: string; share: number } | undefined) => void,
): Promise<number> {
  let count = 0;
  let last = 0;
  for (const file of files) {
    onprogress({ name: file.name, share: 0 });
    try {
      const upload = await uploadFile(file, (share) => {
        onprogress({ name: file.name, share });
      });
      const picture = await stillOf(file);
      const still = picture ? await uploadFile(picture) : undefined;
      last = (await call("photo_add", { file_name: file.name, upload, still })).photo.id;
      count += 1;
    } catch (thrown) {
      toastError(asWartaError(thrown));
    }
  }
  onprogress(undefined);
  const left = files.length - count;
  if (count > 0)
    toast(t(left > 0 ? "photo-added-some" : "photo-added", { count, left }), {
      undo: count === 1,
    });
  return last;
}

/** Lets a picture that a person chose stand for a video. */
export async function setStill(id: number, file: File): Promise<void> {
  try {
    const upload = await uploadFile(file);
    await call("photo_still", { id, file_name: file.name, upload });
    toast(t("photo-still-chosen"), { undo: true });
  } catch (thrown) {
    toastError(asWartaError(thrown));
  }
}

/** Puts photos into the bin; can be undone. Answers whether they are gone. */
export async function deletePhotos(ids: number[]): Promise<boolean> {
  try {
    const count = await call("photo_delete", ids);
    toast(t("photo-deleted", { count }), { undo: true });
    return true;
  } catch (thrown) {
    toastError(thrown);
    return false;
  }
}
