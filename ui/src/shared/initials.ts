const TITLES = /^(dr|drs|dra|h|hj|ir|prof|kh|r|m|st|s)\.?$/i;

/** At most two letters for a name: first and last word, without titles and degrees. */
export function initialsOf(name: string): string {
  const plain = name.split(",", 1)[0] ?? "";
  const words = plain.split(/[\s/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const named = words.filter((word) => !TITLES.test(word));
  const kept = named.length > 0 ? named : words;
  const letter = (word: string | undefined) => /[\p{L}\p{N}]/u.exec(word ?? "")?.[0] ?? "";
  const first = letter(kept[0]);
  return (first + (kept.length > 1 ? letter(kept[kept.length - 1]) : "")).toUpperCase();
}
