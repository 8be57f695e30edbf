// Images of bodies: they travel as `cid:` parts, which no window can show. Here each name after
// `cid:` is known with the address of the file that the workspace keeps.
import { SvelteMap } from "svelte/reactivity";
import { fileAddress } from "../api/tauri";
import type { ReleaseFile } from "../api/types.gen";

const shown = new SvelteMap<string, string>();

/** Learns the images among a release's files. */
export function knowImages(files: Pick<ReleaseFile, "cid" | "sha256">[]): void {
  for (const file of files) {
    if (file.cid && !shown.has(file.cid)) shown.set(file.cid, fileAddress(file.sha256));
  }
}

/** The address of the image behind `cid:…`, where it is known. */
export function imageOf(source: string): string | undefined {
  return shown.get(source.replace(/^cid:/, ""));
}

/** A mail's HTML with the images that are known. */
export function withImages(html: string): string {
  return html.replace(/cid:(image-[0-9a-f]+)/g, (whole, cid: string) => shown.get(cid) ?? whole);
}
