// The demo office: the way there and back. It lies in a folder of its own, so that made-up people
// never stand among real ones.
import { openWorkspace } from "./api/call";
import { jobs, type JobEvent } from "./api/events.svelte";
import { recall, remember } from "./remembered";
import { flushAll } from "./shared/debounce";
import { toastError } from "./shared/toasts.svelte";

/** As in desktop.rs: the number under which the filling of the demo office is told. */
const DEMO_JOB = -1;
const OWN_PLACE = "own-place";
const isPlace = (value: unknown): value is string => typeof value === "string";

let going = $state(false);

export const demo = {
  /** Whether the window is on its way to another office. */
  get going(): boolean {
    return going;
  },
  /** How far the demo office is made, on the first visit. */
  get news(): JobEvent | undefined {
    return going ? jobs.get(DEMO_JOB) : undefined;
  },
};

async function go(place: "demo" | "own", hash: string): Promise<void> {
  if (going) return;
  going = true;
  try {
    await flushAll();
    await openWorkspace(place);
    // Everything on screen is of the other office: the page begins anew.
    location.hash = hash;
    location.reload();
  } catch (thrown) {
    toastError(thrown);
    going = false;
  }
}

/** Goes to the demo office; `back` is where the own office goes on afterwards. */
export function openDemo(back = location.hash): Promise<void> {
  remember(OWN_PLACE, back);
  return go("demo", "#/today");
}

/** Goes back to the office's own workspace, to where it was left. */
export function leaveDemo(): Promise<void> {
  return go("own", recall(OWN_PLACE, "#/today", isPlace));
}
