// A picture out of a video that a person adds, where the window can play it at all.

/** Pixels of its longer edge. */
const EDGE = 1280;
/** Milliseconds after which a video that shows nothing is left alone. */
const PATIENCE = 8000;

/** Waits for one of two events; false where it is the second, or neither comes. */
function happens(video: HTMLVideoElement, wanted: string): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      resolve(false);
    }, PATIENCE);
    const told = (came: boolean) => () => {
      clearTimeout(late);
      resolve(came);
    };
    video.addEventListener(wanted, told(true), { once: true });
    video.addEventListener("error", told(false), { once: true });
  });
}

/** The picture that stands for a video, as JPEG; none where the window cannot play it. */
export async function stillOf(file: File): Promise<File | undefined> {
  if (!/\.(mp4|mov)$/i.test(file.name)) return undefined;
  const address = URL.createObjectURL(file);
  const video = document.createElement("video");
  try {
    video.muted = true;
    video.preload = "auto";
    const loaded = happens(video, "loadeddata");
    video.src = address;
    if (!(await loaded) || video.videoWidth === 0) return undefined;
    // The very first picture is often black.
    const sought = happens(video, "seeked");
    video.currentTime = Math.min(1, (Number.isFinite(video.duration) ? video.duration : 0) / 4);
    if (!(await sought)) return undefined;
    const scale = Math.min(1, EDGE / Math.max(video.videoWidth, video.videoHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
    canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
    canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, "image/jpeg", 0.85);
    });
    return picture ? new File([picture], "still.jpg") : undefined;
  } catch {
    // A window without the codec refuses in its own ways; the drawn card does then.
    return undefined;
  } finally {
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(address);
  }
}
