// From a screen to the table of commands, typed from end to end.
import { t, type TextArgs } from "../i18n.svelte";
import * as shell from "./tauri";
import type { Commands } from "./types.gen";

export type CommandName = keyof Commands & string;
export type ArgsOf<N extends CommandName> = Commands[N]["args"];
export type ResultOf<N extends CommandName> = Commands[N]["result"];

/** What a screen does about an error; see `Code` on the Rust side. */
export type ErrorCode =
  | "NotFound"
  | "Invalid"
  | "Conflict"
  | "NeedsLogin"
  | "Offline"
  | "Busy"
  | "TooNew"
  | "Cancelled"
  | "Internal";

/** A failed command: a code to act on, a sentence in the person's language, details for the fold. */
export class WartaError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Key of the sentence in errors.ftl. */
    readonly text: string,
    readonly args: TextArgs = {},
    /** The input field at fault. */
    readonly field: string | undefined = undefined,
    /** The technical message. */
    readonly details: string | undefined = undefined,
  ) {
    super(`${code}: ${text}${details ? ` (${details})` : ""}`);
    this.name = "WartaError";
  }

  /** The sentence in the language chosen now. */
  get sentence(): string {
    return t(this.text, this.args);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Makes one kind of error of whatever was thrown. */
export function asWartaError(thrown: unknown): WartaError {
  if (thrown instanceof WartaError) return thrown;
  if (isRecord(thrown) && typeof thrown.code === "string" && typeof thrown.text === "string") {
    return new WartaError(
      thrown.code as ErrorCode,
      thrown.text,
      isRecord(thrown.args) ? (thrown.args as TextArgs) : {},
      typeof thrown.field === "string" ? thrown.field : undefined,
      typeof thrown.details === "string" ? thrown.details : undefined,
    );
  }
  const details = thrown instanceof Error ? thrown.message : String(thrown);
  return new WartaError("Internal", "error-internal", {}, undefined, details);
}

declare global {
  interface Window {
    /** What index.html asked before any of this was there. */
    wartaAsked?: Map<string, Promise<unknown>>;
  }
}

/** Answers on their way to whoever will ask so, by the wording of the question. */
const early = window.wartaAsked ?? new Map<string, Promise<unknown>>();
const wordingOf = (name: string, args: unknown) => JSON.stringify([name, args]);

/**
 * Asks before the screen that will ask is there; for reads, while the window opens. Settles when
 * the answer has come; of a failure hears whoever takes it.
 */
export async function askEarly<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<void> {
  const wording = wordingOf(name, args);
  const answer = early.get(wording) ?? shell.invokeCommand(name, args);
  early.set(wording, answer);
  await answer.catch(() => undefined);
}

/** Answers that nobody took would only grow old. */
export function forgetEarly(): void {
  early.clear();
}

function askedEarly(name: string, args: unknown): Promise<unknown> | undefined {
  if (early.size === 0) return undefined;
  const wording = wordingOf(name, args);
  const answer = early.get(wording);
  early.delete(wording);
  return answer;
}

/** Runs one command. Throws only `WartaError`. */
export async function call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>> {
  try {
    return (await (askedEarly(name, args) ?? shell.invokeCommand(name, args))) as ResultOf<N>;
  } catch (thrown) {
    throw asWartaError(thrown);
  }
}

const PIECE = 1024 * 1024;

/**
 * Hands a file to the Rust side in pieces of 1 MiB and answers the id by which commands know it.
 * `onprogress` hears the share done, 0 to 1.
 */
export async function uploadFile(
  file: File,
  onprogress?: (share: number) => void,
): Promise<string> {
  let id = "";
  let offset = 0;
  try {
    // An empty file is one empty piece, so that it too gets an id and a proper refusal.
    do {
      const bytes = new Uint8Array(await file.slice(offset, offset + PIECE).arrayBuffer());
      id = await shell.uploadPiece(bytes, { id, offset, size: file.size, name: file.name });
      offset += bytes.length;
      onprogress?.(file.size === 0 ? 1 : offset / file.size);
      if (bytes.length === 0) break;
    } while (offset < file.size);
  } catch (thrown) {
    throw asWartaError(thrown);
  }
  return id;
}

/** Opens a web, mail, phone or WhatsApp link in the system's own program. */
export async function openLink(url: string): Promise<void> {
  try {
    await shell.openLink(url);
  } catch (thrown) {
    throw asWartaError(thrown);
  }
}

/** Puts a backup of the workspace, or an uploaded one, in the place of the data. */
export async function restoreBackup(source: {
  backup?: string;
  upload?: string;
  /** The uploaded file's own name. */
  name?: string;
}): Promise<void> {
  try {
    await shell.restoreBackup(source);
  } catch (thrown) {
    throw asWartaError(thrown);
  }
}

/** Opens the demo office, or the office's own workspace again; then the page must be loaded anew. */
export async function openWorkspace(place: "demo" | "own"): Promise<void> {
  try {
    await shell.openWorkspace(place);
  } catch (thrown) {
    throw asWartaError(thrown);
  }
}

/** Opens the check-in of an event in a window of its own, for a second person at the door. */
export async function openCheckIn(eventId: number): Promise<void> {
  try {
    await shell.openCheckIn(eventId);
  } catch (thrown) {
    throw asWartaError(thrown);
  }
}

/** Fills the screen with this window, or gives it its size again. */
export async function fullScreen(): Promise<void> {
  try {
    await shell.fullScreen();
  } catch (thrown) {
    throw asWartaError(thrown);
  }
}
