// Keeps what went wrong in the window where tests and a bug report can read it.

declare global {
  interface Window {
    __errors: string[];
  }
}

function said(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Starts collecting `console.error` and whatever nobody caught. */
export function collectErrors(): void {
  window.__errors = [];
  const original = console.error.bind(console);
  console.error = (...parts: unknown[]) => {
    window.__errors.push(parts.map(said).join(" "));
    original(...parts);
  };
  window.addEventListener("error", (event) => {
    window.__errors.push(event.error ? said(event.error) : event.message);
  });
  window.addEventListener("unhandledrejection", (event) => {
    window.__errors.push(said(event.reason));
  });
}
