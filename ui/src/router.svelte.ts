// Deep links in the part after `#`: `#/contacts/123?tab=history`. Back, forward and restart come
// back to the same place.

/** A place in the app. */
export type Place = {
  /** `/contacts/123` */
  path: string;
  /** What stands between the slashes: `["contacts", "123"]`. */
  segments: string[];
  query: URLSearchParams;
};

const LAST = "warta.place";

/** Reads a place from what stands behind `#`. */
export function parsePlace(hash: string): Place {
  const [rawPath = "", rawQuery = ""] = hash.replace(/^#/, "").split("?", 2);
  const segments = rawPath
    .split("/")
    .filter(Boolean)
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    });
  return { path: `/${segments.join("/")}`, segments, query: new URLSearchParams(rawQuery) };
}

/** The link to a place, for `href`. */
export function linkTo(
  path: string,
  query: Record<string, string | number | undefined> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") params.set(name, String(value));
  }
  const asked = params.toString();
  const safe = path.split("/").map(encodeURIComponent).join("/");
  return `#${safe}${asked ? `?${asked}` : ""}`;
}

let place = $state.raw<Place>(parsePlace(""));
const leaving = new Set<() => void>();

function follow(): void {
  const next = parsePlace(location.hash);
  for (const listener of leaving) listener();
  place = next;
  try {
    localStorage.setItem(LAST, location.hash);
  } catch {
    // Without storage the app merely starts at its first room.
  }
}

export const router = {
  get place(): Place {
    return place;
  },
  /** Hears each change of place before it happens, for instance to save what is being typed. */
  onLeave(listener: () => void): () => void {
    leaving.add(listener);
    return () => leaving.delete(listener);
  },
};

/** Goes to a place; with `replace`, without a step for "back". */
export function navigate(
  path: string,
  { query = {} as Record<string, string | number | undefined>, replace = false } = {},
): void {
  const hash = linkTo(path, query);
  if (hash === location.hash) return;
  if (replace) {
    history.replaceState(history.state, "", hash);
    follow();
  } else {
    location.hash = hash;
  }
}

export function back(): void {
  history.back();
}

/** Where the window was when it was closed, as an address; nothing when that is not known. */
function lastHash(): string | null {
  try {
    return localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

/** Where the window opens; nothing decides it yet on the very first start. */
export function firstPlace(): Place | undefined {
  const hash = location.hash || lastHash();
  return hash ? parsePlace(hash) : undefined;
}

/** Starts following the address; answers how to stop. */
export function startRouter(first: string): () => void {
  if (!location.hash) history.replaceState(null, "", lastHash() ?? linkTo(first));
  follow();
  window.addEventListener("hashchange", follow);
  return () => {
    window.removeEventListener("hashchange", follow);
  };
}
