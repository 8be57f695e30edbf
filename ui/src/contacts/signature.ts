// A pasted signature, or a row copied from a spreadsheet, taken apart into fields.
import { isEmail, isPhone, tidyPhone } from "../shared/typed";

export type Pasted = {
  name: string;
  email: string;
  phone: string;
  outlet: string;
  position: string;
};

const POSITION =
  /reporter|redaktur|wartawan|jurnalis|editor|produser|penyiar|penulis|fotografer|koordinator|kepala|pemimpin|pemred|direktur|manajer|ketua|journalist|producer|writer|head|chief/i;
const PHONE_LABEL = /^(?:hp|telp?|telepon|wa|whatsapp|phone|mobile|tel|ponsel)\s*[.:]?\s*/i;
const MAIL_LABEL = /^(?:e-?mail|surel)\s*[.:]?\s*/i;

/** Nothing when the text is a single plain piece. */
export function takeApart(text: string): Pasted | undefined {
  const pieces = text
    .split(/[\t\r\n|]+|\s{3,}/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (pieces.length < 2) return undefined;
  const found: Pasted = { name: "", email: "", phone: "", outlet: "", position: "" };
  for (const piece of pieces) {
    const mail = piece.replace(MAIL_LABEL, "").replace(/^<|>$/g, "");
    const phone = tidyPhone(piece.replace(PHONE_LABEL, ""));
    if (!found.email && isEmail(mail)) found.email = mail;
    else if (!found.phone && isPhone(phone)) found.phone = phone;
    else if (!found.name) found.name = piece;
    else if (!found.position && POSITION.test(piece)) found.position = piece;
    else if (!found.outlet) found.outlet = piece;
  }
  return found;
}
