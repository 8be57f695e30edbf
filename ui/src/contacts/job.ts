// Changes of jobs: where somebody works ends, the next begins, the history stays.
import type { JobChange } from "../api/types.gen";

/** Today on this machine, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** They leave every outlet today and join none. */
export function noJobAfter(contactId: number): JobChange {
  return {
    contact_id: contactId,
    leaves: "",
    on: today(),
    organisation: "",
    position: "",
    department: "",
  };
}
