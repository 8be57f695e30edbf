// How many responses wait for a person: the number in the rail.
import { onEvent, Question } from "../api/events.svelte";
import { session } from "../session.svelte";
import { isCalm } from "../shared/calm.svelte";

// A page of one row is the smallest read that brings the numbers.
const counted = new Question<"response_list">();
let begun = false;

function begin(): void {
  if (begun) return;
  begun = true;
  // The rail asks while it draws; state may only change after that.
  queueMicrotask(() => {
    counted.ask(["response_list", { limit: 1 }]);
    onEvent((event) => {
      counted.hear(event);
    });
  });
}

/** Responses that are new and of nobody, or of whoever is at work. Read as state. */
export function responsesWaiting(): number {
  if (session.now && isCalm()) begin();
  const counts = counted.data?.counts;
  return counts?.for_me ?? 0;
}
