import { call, uploadFile } from "../api/call";
import type { ReleaseFile } from "../api/types.gen";
import { knowImages } from "./images";

/** Uploads a file and adds it to a release, as an attachment or as an image of the body. */
export async function attachFile(
  releaseId: number,
  file: File,
  { inline = false, onprogress }: { inline?: boolean; onprogress?: (share: number) => void } = {},
): Promise<ReleaseFile> {
  const upload = await uploadFile(file, onprogress);
  const added = await call("release_attach", {
    release_id: releaseId,
    file_name: file.name,
    upload,
    inline,
  });
  knowImages([added]);
  return added;
}
