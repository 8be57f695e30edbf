// A window that opens in a long list shows its rows first. What stands around them (the rail, closed
// menus, counts) comes a frame later, in the place that is kept for it.

import { forgetEarly } from "../api/call";

/** Rows that have not come after so many milliseconds are not waited for. */
const LATEST = 400;

let calm = $state(true);

function calmDown(): void {
  calm = true;
  forgetEarly();
}

/** Lets everything but the first rows wait. */
export function rowsComeFirst(): void {
  calm = false;
  setTimeout(calmDown, LATEST);
  // Whoever already reaches for something must find it working.
  for (const reached of ["pointermove", "pointerdown", "keydown"]) {
    addEventListener(reached, calmDown, { once: true, capture: true, passive: true });
  }
}

/** Frames until rows that were put into the page are on screen for sure. */
const FRAMES = 3;

/** Says that the first rows are there; the rest follows once they are on screen. */
export function firstRowsStand(): void {
  if (calm) return;
  const wait = (frames: number) => {
    if (frames === 0) setTimeout(calmDown);
    else
      requestAnimationFrame(() => {
        wait(frames - 1);
      });
  };
  wait(FRAMES);
}

/** Whether there is time for what the first rows do without. Read as state. */
export function isCalm(): boolean {
  return calm;
}
