// The one table of keys: every room gives a key the same meaning, or none.
import { onMount } from "svelte";

type Meaning = {
  /** How the key is pressed: a letter or name, with `Ctrl+` where Ctrl or Cmd is held. */
  keys: readonly string[];
  titleKey: string;
  group: "everywhere" | "lists" | "responses" | "review" | "guests";
};

/** What each key means, in the order of the `?` sheet. */
export const KEY_TABLE = {
  palette: { keys: ["Ctrl+K"], titleKey: "key-palette", group: "everywhere" },
  search: { keys: ["/"], titleKey: "key-search", group: "everywhere" },
  new: { keys: ["n"], titleKey: "key-new", group: "everywhere" },
  main: { keys: ["Ctrl+Enter"], titleKey: "key-main", group: "everywhere" },
  undo: { keys: ["Ctrl+Z"], titleKey: "key-undo", group: "everywhere" },
  redo: { keys: ["Ctrl+Shift+Z"], titleKey: "key-redo", group: "everywhere" },
  back: { keys: ["Escape"], titleKey: "key-back", group: "everywhere" },
  log: { keys: ["l"], titleKey: "key-log", group: "everywhere" },
  help: { keys: ["?"], titleKey: "key-help", group: "everywhere" },
  down: { keys: ["j", "ArrowDown"], titleKey: "key-down", group: "lists" },
  up: { keys: ["k", "ArrowUp"], titleKey: "key-up", group: "lists" },
  open: { keys: ["Enter"], titleKey: "key-open", group: "lists" },
  edit: { keys: ["e", "F2"], titleKey: "key-edit", group: "lists" },
  select: { keys: ["x"], titleKey: "key-select", group: "lists" },
  selectAll: { keys: ["Ctrl+A"], titleKey: "key-select-all", group: "lists" },
  delete: { keys: ["Delete"], titleKey: "key-delete", group: "lists" },
  chat: { keys: ["w"], titleKey: "key-chat", group: "lists" },
  reply: { keys: ["r"], titleKey: "key-reply", group: "responses" },
  done: { keys: ["d"], titleKey: "key-done", group: "responses" },
  snooze: { keys: ["s"], titleKey: "key-snooze", group: "responses" },
  assign: { keys: ["a"], titleKey: "key-assign", group: "responses" },
  link: { keys: ["h"], titleKey: "key-link", group: "responses" },
  correct: { keys: ["t"], titleKey: "key-correct", group: "responses" },
  enquiry: { keys: ["q"], titleKey: "key-enquiry", group: "responses" },
  snippet: { keys: ["Ctrl+J"], titleKey: "key-snippet", group: "responses" },
  coverage: { keys: ["p"], titleKey: "key-coverage", group: "responses" },
  accept: { keys: ["y"], titleKey: "key-accept", group: "review" },
  verify: { keys: ["v"], titleKey: "key-verify", group: "review" },
  jobChange: { keys: ["c"], titleKey: "key-job-change", group: "review" },
  // On the list of an event's guests letters are answers and what is done with guests; there they
  // come before what they mean elsewhere.
  guestYes: { keys: ["y"], titleKey: "key-guest-yes", group: "guests" },
  guestNo: { keys: ["n"], titleKey: "key-guest-no", group: "guests" },
  guestMaybe: { keys: ["m"], titleKey: "key-guest-maybe", group: "guests" },
  guestAdd: { keys: ["a"], titleKey: "key-guest-add", group: "guests" },
  guestInvite: { keys: ["i"], titleKey: "key-guest-invite", group: "guests" },
  guestRemind: { keys: ["r"], titleKey: "key-guest-remind", group: "guests" },
  guestSubstitute: { keys: ["s"], titleKey: "key-guest-substitute", group: "guests" },
} as const satisfies Record<string, Meaning>;

export type KeyAction = keyof typeof KEY_TABLE;
export const KEY_ACTIONS = Object.keys(KEY_TABLE) as KeyAction[];

/** Answers `false` when the key was not for this handler after all. */
export type KeyHandler = (event: KeyboardEvent) => unknown;
export type KeyHandlers = Partial<Record<KeyAction, KeyHandler>>;

let singleLettersOn = true;

/** Switches keys of one letter or sign, without Ctrl, off or on (WCAG 2.1.4). */
export function setSingleLetters(on: boolean): void {
  singleLettersOn = on;
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    const shift = event.shiftKey && key === "z" ? "Shift+" : "";
    return `Ctrl+${shift}${key.length === 1 ? key.toUpperCase() : key}`;
  }
  return key;
}

const NOT_TEXT = new Set([
  "button",
  "checkbox",
  "color",
  "file",
  "radio",
  "range",
  "reset",
  "submit",
]);

/** Whether keys pressed here write text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable ||
    target.closest("[contenteditable]:not([contenteditable=false])") !== null
  );
}

/** Whether Enter and arrows belong to the control itself. A tab that shows already wants none. */
function isOwnControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("[role=tab][aria-selected=true]") === null &&
    target.closest(
      "button, a[href], summary, [role=menu], [role=listbox], [role=tablist], [role=radiogroup], [role=separator][tabindex]",
    ) !== null
  );
}

/** What a key press means here, or nothing. */
export function actionOf(event: KeyboardEvent): KeyAction | undefined {
  if (event.isComposing || event.altKey) return undefined;
  const name = nameOf(event);
  const action = actionsNamed(name)[0];
  if (!action) return undefined;
  const withCtrl = name.startsWith("Ctrl+");
  if (isTextField(event.target)) {
    // In a text field Ctrl+Z, Ctrl+Shift+Z and Ctrl+A are the field's own.
    return withCtrl && action !== "undo" && action !== "redo" && action !== "selectAll"
      ? action
      : undefined;
  }
  if (name.length === 1 && !singleLettersOn) return undefined;
  if ((name === "Enter" || name.startsWith("Arrow")) && isOwnControl(event.target))
    return undefined;
  return action;
}

const actionsNamed = (name: string): KeyAction[] =>
  KEY_ACTIONS.filter((action) => (KEY_TABLE[action].keys as readonly string[]).includes(name));

type Layer = { handlers: KeyHandlers; modal: boolean };
const layers: Layer[] = [];

/** Adds handlers on top of all others; `modal` hides those below. Answers how to take them off. */
export function pushKeys(handlers: KeyHandlers, { modal = false } = {}): () => void {
  const layer = { handlers, modal };
  layers.push(layer);
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
  };
}

/** Keys of a component, from when it appears until it goes. */
export function bindKeys(handlers: KeyHandlers, options: { modal?: boolean } = {}): void {
  onMount(() => pushKeys(handlers, options));
}

/** Esc leaves a text field, so that the keys of the room work again; a dialog closes by itself. */
function leaveField(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== "Escape" || event.isComposing || !isTextField(target)) return;
  if (!(target instanceof HTMLElement) || target.closest("[role=dialog]")) return;
  event.preventDefault();
  target.blur();
}

/** Gives a key press to the newest layer that wants it. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const action = actionOf(event);
  if (!action) {
    leaveField(event);
    return;
  }
  const meanings = actionsNamed(nameOf(event));
  for (const layer of [...layers].reverse()) {
    for (const meaning of meanings) {
      const handler = layer.handlers[meaning];
      if (handler && handler(event) !== false) {
        event.preventDefault();
        return;
      }
    }
    if (layer.modal) return;
  }
}

const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");
const SIGNS: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  Enter: "⏎",
  Escape: "Esc",
  Delete: "Del",
};

/** A key as it is written on a keycap: `["Ctrl", "K"]`. */
export function keycaps(key: string): string[] {
  return key.split("+").map((part) => {
    if (part === "Ctrl") return isMac ? "⌘" : "Ctrl";
    return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** The first key of an action, as keycaps. */
export function capsOf(action: KeyAction): string[] {
  return keycaps(KEY_TABLE[action].keys[0]);
}
