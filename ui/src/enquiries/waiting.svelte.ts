// How many enquiries nobody has taken up or are past their deadline: the number in the rail.
import { onEvent, Question } from "../api/events.svelte";
import { session } from "../session.svelte";
import { isCalm } from "../shared/calm.svelte";

const counted = new Question<"enquiry_list">();
let begun = false;

function begin(): void {
  if (begun) return;
  begun = true;
  queueMicrotask(() => {
    counted.ask(["enquiry_list", { state: "new", limit: 1 }]);
    onEvent((event) => {
      counted.hear(event);
    });
  });
}

/** New enquiries. Read as state. */
export function enquiriesWaiting(): number {
  if (session.now && isCalm()) begin();
  return counted.data?.total ?? 0;
}
