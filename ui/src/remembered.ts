// Small things the window remembers on this machine: widths, columns, recent actions.

/** What was kept under `key`, if it is still of the kind that `accepts` takes. */
export function recall<T>(key: string, fallback: T, accepts: (value: unknown) => value is T): T {
  try {
    const kept = localStorage.getItem(`warta.${key}`);
    if (kept === null) return fallback;
    const value: unknown = JSON.parse(kept);
    return accepts(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`warta.${key}`, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs comfort, not data.
  }
}

export const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);
export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
export const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
