export type MarkedPart = { text: string; hit: boolean };

/** Letter by letter without accents and case, so that places in the text stay the same. */
function plainLetters(text: string): string {
  let plain = "";
  for (const letter of text) {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    plain +=
      bare.length === letter.length
        ? bare
        : letter.toLowerCase().padEnd(letter.length).slice(0, letter.length);
  }
  return plain;
}

/** Cuts a text into what was searched and the rest; a single letter counts only where a word begins. */
export function markedParts(text: string, query: string): MarkedPart[] {
  const words = plainLetters(query).split(/\s+/).filter(Boolean);
  if (words.length === 0 || text === "") return [{ text, hit: false }];
  const plain = plainLetters(text);
  const isHit = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      const begins = at === 0 || !/[\p{L}\p{N}]/u.test(plain.charAt(at - 1));
      if (begins || word.length > 1) isHit.fill(true, at, at + word.length);
    }
  }
  const parts: MarkedPart[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const hit = isHit[i] ?? false;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += text.charAt(i);
    else parts.push({ text: text.charAt(i), hit });
  }
  return parts;
}
