// Images of bodies: they travel as `cid:` parts, which no window can show. What was put in since
// the window opened is kept here, so that editor and preview can show it.
import { SvelteMap } from "svelte/reactivity";

const shown = new SvelteMap<string, string>();

/** The image behind `cid:…` as a `data:` address, where it is known. */
export function imageOf(source: string): string | undefined {
  return shown.get(source.replace(/^cid:/, ""));
}

/** Remembers an image that was just added. */
export async function keepImage(cid: string, file: Blob): Promise<void> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(String(reader.result));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error("unreadable image"));
    };
    reader.readAsDataURL(file);
  });
  shown.set(cid, address);
}

/** A mail's HTML with the images that are known. */
export function withImages(html: string): string {
  return html.replace(/cid:(image-[0-9a-f]+)/g, (whole, cid: string) => shown.get(cid) ?? whole);
}
