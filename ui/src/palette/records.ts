// Search over everything that rooms let the palette find: grouped, the best group first, typing
// slips only when nothing matched.
import { markedParts } from "../shared/marks";
import type { RecordHit, RecordProvider } from "./actions.svelte";
import { folded } from "./fuzzy";

export type FoundGroup = { id: string; titleKey: string; hits: RecordHit[] };

/** How well a record fits: 3 when its title begins with the text, down to 0. */
export function fitOf(hit: RecordHit, text: string): number {
  const wanted = folded(text).trim();
  const title = folded(hit.title);
  if (wanted === "") return 0;
  if (title.startsWith(wanted)) return 3;
  if (title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 2;
  const parts = markedParts(`${hit.title} ${hit.hint ?? ""}`, text);
  return parts.some((part) => part.hit) ? 1 : 0;
}

/** The part of a text around what was searched, so that it is seen in a line. */
export function around(text: string, query: string, most = 80): string {
  if (text.length <= most) return text;
  const first = markedParts(text, query).reduce(
    ({ at, found }, part) => ({
      at: found || part.hit ? at : at + part.text.length,
      found: found || part.hit,
    }),
    { at: 0, found: false },
  );
  const begin = first.found ? Math.max(0, first.at - 20) : 0;
  return `${begin > 0 ? "…" : ""}${text.slice(begin, begin + most).trim()}…`;
}

/** Asks every provider; groups whose best record fits better come first. */
export async function findRecords(
  providers: readonly RecordProvider[],
  text: string,
  failed: (thrown: unknown) => unknown,
): Promise<FoundGroup[]> {
  const ask = (slips: boolean) =>
    Promise.all(
      providers.map(async (provider) => {
        try {
          const hits = await provider.find(text, slips);
          return { id: provider.id, titleKey: provider.titleKey, hits };
        } catch (thrown) {
          failed(thrown);
          return { id: provider.id, titleKey: provider.titleKey, hits: [] };
        }
      }),
    );
  let groups = (await ask(false)).filter((group) => group.hits.length > 0);
  if (groups.length === 0) groups = (await ask(true)).filter((group) => group.hits.length > 0);
  const best = (group: FoundGroup) => Math.max(...group.hits.map((hit) => fitOf(hit, text)));
  return groups
    .map((group, at) => ({ group, at, fit: best(group) }))
    .sort((a, b) => b.fit - a.fit || a.at - b.at)
    .map(({ group }) => group);
}
