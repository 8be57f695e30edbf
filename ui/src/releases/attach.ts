import { call, uploadFile } from "../api/call";
import type { NewFile, ReleaseFile } from "../api/types.gen";
import { keepImage } from "./images";

/** Uploads a file and adds it to a release, as an attachment or as an image of the body. */
export async function attachFile(
  releaseId: number,
  file: File,
  { inline = false, onprogress }: { inline?: boolean; onprogress?: (share: number) => void } = {},
): Promise<ReleaseFile> {
  const upload = await uploadFile(file, onprogress);
  // The path is the command line's way to name a file; the window has none.
  const order: Omit<NewFile, "path"> = {
    release_id: releaseId,
    file_name: file.name,
    upload,
    inline,
  };
  const added = await call("release_attach", order as NewFile);
  if (inline) await keepImage(added.cid, file);
  return added;
}
