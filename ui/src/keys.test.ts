import { afterEach, describe, expect, it, vi } from "vitest";

import { actionOf, handleKey, KEY_ACTIONS, KEY_TABLE, pushKeys, setSingleLetters } from "./keys";

function press(key: string, more: KeyboardEventInit = {}, on: Element = document.body) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  on.dispatchEvent(event);
  return event;
}

afterEach(() => {
  setSingleLetters(true);
  document.body.innerHTML = "";
});

describe("the key table", () => {
  it("gives each key one meaning, and one of its own on a list of guests", () => {
    for (const onGuests of [false, true]) {
      const all = KEY_ACTIONS.filter(
        (action) => (KEY_TABLE[action].group === "guests") === onGuests,
      );
      const keys = all.flatMap((action) => [...KEY_TABLE[action].keys]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("asks the newest layer first what a letter means", () => {
    const [accept, guestYes] = [vi.fn(), vi.fn()];
    const room = pushKeys({ accept });
    const guests = pushKeys({ guestYes });
    handleKey(press("y"));
    guests();
    handleKey(press("y"));
    room();
    expect([guestYes.mock.calls.length, accept.mock.calls.length]).toEqual([1, 1]);
  });

  it("keeps single letters out of text fields, and Ctrl+Enter in", () => {
    const field = document.body.appendChild(document.createElement("input"));
    expect(actionOf(press("n", {}, field))).toBeUndefined();
    expect(actionOf(press("z", { ctrlKey: true }, field))).toBeUndefined();
    expect(actionOf(press("Enter", { ctrlKey: true }, field))).toBe("main");
    expect(actionOf(press("n"))).toBe("new");
  });

  it("leaves Enter on a button to the button", () => {
    const button = document.body.appendChild(document.createElement("button"));
    expect(actionOf(press("Enter", {}, button))).toBeUndefined();
  });

  it("gives Enter on the tab that shows to the room", () => {
    const tab = document.body.appendChild(document.createElement("button"));
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", "true");
    expect(actionOf(press("Enter", {}, tab))).toBe("open");
    tab.setAttribute("aria-selected", "false");
    expect(actionOf(press("Enter", {}, tab))).toBeUndefined();
  });

  it("leaves a text field with Esc before the room hears it", () => {
    const back = vi.fn();
    const stop = pushKeys({ back });
    const field = document.body.appendChild(document.createElement("input"));
    field.focus();
    handleKey(press("Escape", {}, field));
    expect(document.activeElement).toBe(document.body);
    expect(back).not.toHaveBeenCalled();
    handleKey(press("Escape"));
    expect(back).toHaveBeenCalledOnce();
    stop();
  });

  it("can do without single letters", () => {
    setSingleLetters(false);
    expect(actionOf(press("n"))).toBeUndefined();
    expect(actionOf(press("?"))).toBeUndefined();
    expect(actionOf(press("ArrowDown"))).toBe("down");
    expect(actionOf(press("k", { metaKey: true }))).toBe("palette");
  });

  it("gives a key to the newest layer, and a modal layer hides those below", () => {
    const below = vi.fn();
    const above = vi.fn(() => false);
    const stops = [pushKeys({ new: below }), pushKeys({ new: above })];
    handleKey(press("n"));
    expect(above).toHaveBeenCalledOnce();
    expect(below).toHaveBeenCalledOnce();
    stops.push(pushKeys({}, { modal: true }));
    handleKey(press("n"));
    expect(below).toHaveBeenCalledOnce();
    for (const stop of stops) stop();
  });
});
