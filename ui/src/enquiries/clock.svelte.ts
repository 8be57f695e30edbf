// The minute that it is, for deadlines that are looked at for a while.
let now = $state(Date.now());
let begun = false;

/** Milliseconds since 1970, at most half a minute old. Read as state. */
export function minuteNow(): number {
  if (!begun) {
    begun = true;
    setInterval(() => (now = Date.now()), 30_000);
  }
  return now;
}
