// The only file that names Tauri. Everything the window asks of the shell goes through here.
import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";

/** Asks the table of commands. Rejects with the error as the Rust side serialises it. */
export function invokeCommand(name: string, args: unknown): Promise<unknown> {
  return invoke("call", { name, args });
}

/** Opens the one stream of events; lives as long as the window. */
export async function subscribe(listener: (event: unknown) => void): Promise<void> {
  const channel = new Channel<unknown>();
  channel.onmessage = listener;
  await invoke("subscribe", { channel });
}

/** Where a piece of an uploaded file belongs. */
export type UploadPiece = {
  /** Empty for the first piece; the answer then names the upload. */
  id: string;
  /** Bytes before this piece. */
  offset: number;
  /** Bytes of the whole file. */
  size: number;
  /** The file's own name. */
  name: string;
};

/** Hands over one piece of a file as raw bytes; answers the upload's id. */
export function uploadPiece(bytes: Uint8Array, piece: UploadPiece): Promise<string> {
  return invoke<string>("upload", bytes, {
    headers: {
      "x-upload-id": piece.id,
      "x-upload-offset": String(piece.offset),
      "x-upload-size": String(piece.size),
      // Header values are ASCII; names of files are not.
      "x-upload-name": encodeURIComponent(piece.name),
    },
  });
}

/** The address under which the window shows a kept file; see `FILE_SCHEME` in desktop.rs. */
export function fileAddress(sha256: string): string {
  return convertFileSrc(sha256, "warta-file");
}

/** Opens a web, mail or WhatsApp link in the system's own program. */
export function openLink(url: string): Promise<void> {
  return invoke("open_link", { url });
}

/** Puts a backup of the workspace, or an uploaded one, in the place of the data. */
export function restoreBackup(source: {
  backup?: string;
  upload?: string;
  name?: string;
}): Promise<void> {
  return invoke("restore_backup", source);
}

/** Opens the demo office, or the office's own workspace again; then the page must be loaded anew. */
export function openWorkspace(place: "demo" | "own"): Promise<void> {
  return invoke("open_workspace", { place });
}

/** Closes the window: `ask` as by its button, `keep` once all mail has left, `stop` now. */
export function leave(how: "ask" | "keep" | "stop"): Promise<void> {
  return invoke("leave", { how });
}

/** Opens the check-in of an event in a window of its own. */
export function openCheckIn(eventId: number): Promise<void> {
  return invoke("open_check_in", { eventId });
}

/** Fills the screen with this window, or gives it its size again. */
export function fullScreen(): Promise<void> {
  return invoke("full_screen");
}
