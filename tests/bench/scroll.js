// Runs in the page: scrolls the list on screen from its first row to its last, by the wheel, by
// flings and by dragging the bar, and watches every frame for rows that stand there blank.
// arguments: [rounds of wheel, fling and drag]; the outcome stands in `window.__scrolled` at the end.
const laps = arguments[0];
window.__scrolled = null;
const grid = document.querySelector("[role=grid]");
const head = grid.querySelector(".head");
const frames = [];
const blankSince = new Map();
let [longestRow, longestScreen, screenSince, blankFrames, watching] = [0, 0, 0, 0, true];

function look(now) {
  frames.push(now);
  const box = grid.getBoundingClientRect();
  const top = head.getBoundingClientRect().bottom;
  const rows = [...grid.querySelectorAll(".rows .row")].map((row) => ({
    index: Number(row.dataset.index),
    place: row.getBoundingClientRect(),
    blank: row.querySelector(".blank") !== null,
  }));
  const seen = rows.filter(({ place }) => place.bottom > top + 1 && place.top < box.bottom - 1);
  const blank = new Set(seen.filter((row) => row.blank).map((row) => row.index));
  // Where no row is drawn at all nobody reads anything either.
  const drawn = seen.reduce((sum, { place }) => sum + Math.min(place.bottom, box.bottom) - Math.max(place.top, top), 0);
  if (drawn < Math.min(grid.clientHeight, grid.scrollHeight) - (top - box.top) - 2) blank.add(-1);
  for (const index of blankSince.keys()) if (!blank.has(index)) blankSince.delete(index);
  for (const index of blank) {
    if (!blankSince.has(index)) blankSince.set(index, now);
    longestRow = Math.max(longestRow, now - blankSince.get(index));
  }
  if (blank.size === 0) screenSince = 0;
  else {
    blankFrames += 1;
    screenSince ||= now;
    longestScreen = Math.max(longestScreen, now - screenSince);
  }
  if (watching) requestAnimationFrame(look);
}

const frame = () => new Promise((next) => requestAnimationFrame(next));
const most = () => grid.scrollHeight - grid.clientHeight;

/** As the wheel does it; a scaled bar takes the event and moves by itself. */
function wheel(pixels) {
  const event = new WheelEvent("wheel", { deltaY: pixels, bubbles: true, cancelable: true });
  if (grid.dispatchEvent(event)) grid.scrollTop += pixels;
}

async function scroll() {
  grid.scrollTop = 0;
  for (let at = 0; at < 30; at += 1) await frame();
  frames.length = 0;
  requestAnimationFrame(look);
  for (let lap = 1; lap <= laps; lap += 1) {
    for (let step = 0; step < 20; step += 1) {
      wheel(120);
      await frame();
    }
    for (let speed = 400; speed > 2; speed *= 0.93) {
      wheel(speed);
      await frame();
    }
    const [from, to] = [grid.scrollTop, (most() * lap) / laps];
    for (let part = 1; part <= 30; part += 1) {
      grid.scrollTop = from + ((to - from) * part) / 30;
      await frame();
    }
    for (let rest = 0; rest < 12; rest += 1) await frame();
  }
  grid.focus();
  grid.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true, cancelable: true }));
  for (let rest = 0; rest < 30; rest += 1) await frame();
  watching = false;
  const total = Number(grid.getAttribute("aria-rowcount")) - 1;
  const last = grid.querySelector(`[data-index="${total - 1}"]`);
  const place = last?.getBoundingClientRect();
  const between = frames.slice(1).map((at, before) => at - frames[before]).sort((a, b) => a - b);
  return {
    total,
    last_reached:
      last?.dataset.id !== undefined &&
      Math.abs(place.bottom - grid.getBoundingClientRect().top - grid.clientHeight) < 2,
    frames: frames.length,
    frames_a_second: ((frames.length - 1) * 1000) / (frames.at(-1) - frames[0]),
    slow_frame: between[Math.floor(between.length * 0.99)],
    longest_blank_row: longestRow,
    longest_blank_screen: longestScreen,
    blank_frames: blankFrames,
  };
}

scroll().then(
  (outcome) => (window.__scrolled = outcome),
  (cause) => (window.__scrolled = { error: String(cause) }),
);
