// What can wait until the first screen stands: counts in the rail, choices of closed menus.

import { forgetEarly } from "../api/call";

/** A start that shows no list at all is over after so many milliseconds. */
const LATEST = 1000;

let calm = $state(false);

function calmDown(): void {
  calm = true;
  forgetEarly();
}

/** Says that the first rows are there; two frames later they are on screen. */
export function firstRowsStand(): void {
  if (calm) return;
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(calmDown)));
}

setTimeout(calmDown, LATEST);
// Whoever already reaches for something must find it working.
for (const reached of ["pointermove", "pointerdown", "keydown"]) {
  addEventListener(reached, calmDown, { once: true, capture: true, passive: true });
}

/** Whether questions may be asked that the first screen does without. Read as state. */
export function isCalm(): boolean {
  return calm;
}
