// What a release's body may hold. Whatever is pasted, from Word or a web page, is cut down to it.
import { Node, type Extensions } from "@tiptap/core";
import Image from "@tiptap/extension-image";
import Placeholder from "@tiptap/extension-placeholder";
import StarterKit from "@tiptap/starter-kit";

import { imageOf } from "./images";

const BodyImage = Image.extend({
  parseHTML() {
    // Images from elsewhere do not travel with the mail.
    return [
      { tag: 'img[src^="cid:"]' },
      { tag: 'img[src]:not([src^="data:"]):not([src^="file:"]):not([src*="//"])' },
    ];
  },
  addNodeView() {
    return ({ node }) => {
      const source = String(node.attrs.src ?? "");
      const name = String(node.attrs.alt ?? "");
      const known = imageOf(source);
      const dom = document.createElement(known ? "img" : "div");
      if (dom instanceof HTMLImageElement && known) {
        dom.src = known;
        dom.alt = name;
      } else {
        dom.className = "image-known-by-name";
        dom.textContent = name || source.replace(/^cid:/, "");
        dom.setAttribute("role", "img");
        dom.setAttribute("aria-label", name || source);
      }
      return { dom };
    };
  },
});

// Tables come in by Markdown; they are kept as they are, not drawn anew.
const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
});
const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHead)+",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});
const TableCell = Node.create({
  name: "tableCell",
  content: "block+",
  isolating: true,
  parseHTML: () => [{ tag: "td" }],
  renderHTML: () => ["td", 0],
});
const TableHead = Node.create({
  name: "tableHead",
  content: "block+",
  isolating: true,
  parseHTML: () => [{ tag: "th" }],
  renderHTML: () => ["th", 0],
});

export function bodyExtensions(placeholder: () => string): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      code: false,
      codeBlock: false,
      strike: false,
      link: {
        openOnClick: false,
        autolink: true,
        defaultProtocol: "https",
        protocols: ["http", "https", "mailto", "tel"],
        HTMLAttributes: { target: null, rel: null, class: null },
      },
    }),
    BodyImage.configure({ inline: false, allowBase64: false }),
    Table,
    TableRow,
    TableCell,
    TableHead,
    Placeholder.configure({ placeholder }),
  ];
}

/** Word wraps what it copies in its own marks and comments, which hide lists and empty lines. */
export function withoutWordMarks(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<\/?o:p[^>]*>/gi, "")
    .replace(/<(style|xml|meta|link)[^>]*>[\s\S]*?<\/\1>/gi, "")
    .replace(/&nbsp;/g, " ");
}
