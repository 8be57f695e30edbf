// What is said at events, in the order in which it is offered.
import type { NoteKind } from "../../api/types.gen";

export const NOTE_KINDS: NoteKind[] = ["question", "aspiration", "statement", "note"];
