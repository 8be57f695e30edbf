// Finds what can be opened in a plain text.

export type TextPart = { text: string; link?: string };

const OPENABLE = /https?:\/\/[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Cuts a text into plain parts, web addresses and mail addresses. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(OPENABLE)) {
    // A sentence's own marks behind an address do not belong to it.
    const shown = found[0].replace(/[.,;:!?)\]}'’]+$/, "");
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ text: shown, link: shown.startsWith("http") ? shown : `mailto:${shown}` });
    from = found.index + shown.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/**
 * A stranger's sanitised HTML as a page of its own that may load nothing: without scripts by the
 * frame's sandbox, without the network by this policy.
 */
export function mailPage(html: string): string {
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  const style =
    ":root{color-scheme:light}body{margin:16px;background:Canvas;color:CanvasText;" +
    "font:14px/1.6 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}";
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><style>${style}</style>${html}`;
}
