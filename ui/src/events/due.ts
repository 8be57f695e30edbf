// Days as event people count them: H-7 is a week before, H the day itself, H+3 three days after.

/** `H-7`, `H`, `H+3`. */
export const dayName = (days: number) => (days === 0 ? "H" : days < 0 ? `H${days}` : `H+${days}`);

/** What was typed as a due day: days from the event, a day of its own, or nothing. */
export function readDue(text: string): { days: number } | { due_on: string } | undefined {
  const typed = text.trim().replaceAll("−", "-");
  if (typed === "") return { due_on: "" };
  const counted = /^[HD]\s*(?:([+-])\s*(\d{1,4}))?$/i.exec(typed);
  if (counted) {
    const days = Number(counted[2] ?? 0);
    return { days: counted[1] === "-" && days > 0 ? -days : days };
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return { due_on: typed };
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  if (!local) return undefined;
  const [, day = "", month = "", year = ""] = local;
  return { due_on: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}
