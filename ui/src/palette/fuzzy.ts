// How well what was typed fits a title: letters in order, word beginnings and runs count more.

/** Without accents and case, so that "Kediri" finds "kèdiri". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A score above 0 when every letter of `typed` occurs in `title` in that order, else 0. */
export function fuzzyScore(title: string, typed: string): number {
  const hay = folded(title);
  const needle = folded(typed).replace(/\s+/g, "");
  if (needle === "") return 1;
  const whole = hay.indexOf(folded(typed).trim());
  if (whole === 0) return 1000 - hay.length;
  if (whole > 0) return (/\s/.test(hay.charAt(whole - 1)) ? 800 : 600) - hay.length;
  let score = 0;
  let from = 0;
  let last = -2;
  for (const letter of needle) {
    const at = hay.indexOf(letter, from);
    if (at < 0) return 0;
    if (at === last + 1) score += 8;
    else if (at === 0 || /[\s\-/(]/.test(hay.charAt(at - 1))) score += 6;
    else score += 1;
    last = at;
    from = at + 1;
  }
  return Math.max(1, score * 4 - hay.length);
}
