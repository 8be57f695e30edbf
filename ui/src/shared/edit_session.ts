// Saves of one record from one open editor are one action in the history, and one undo. The store
// goes by this name; see src-tauri/src/db/edit_session.rs.

/** A name for an editor that has just been opened. */
export function newEditSession(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return [...numbers].map((number) => number.toString(36)).join("");
}
