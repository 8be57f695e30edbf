// Where each kind of waiting work is done, and how it looks.
import CirclePause from "@lucide/svelte/icons/circle-pause";
import CircleHelp from "@lucide/svelte/icons/message-circle-question-mark";
import CircleQuestion from "@lucide/svelte/icons/circle-question-mark";
import Copy from "@lucide/svelte/icons/copy";
import Inbox from "@lucide/svelte/icons/inbox";
import MailX from "@lucide/svelte/icons/mail-x";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import MessageSquareText from "@lucide/svelte/icons/message-square-text";
import Phone from "@lucide/svelte/icons/phone";
import UserX from "@lucide/svelte/icons/user-x";

import type { WaitingItem } from "../api/types.gen";
import { roomOf } from "../routes";
import type { IconComponent, Tone } from "../shared/icon";

type Look = { tone: Tone; icon: IconComponent };

const LOOKS: Record<string, Look> = {
  responses: { tone: "accent", icon: MessageSquareText },
  enquiries: { tone: "accent", icon: CircleHelp },
  unsure: { tone: "warn", icon: CircleQuestion },
  paused: { tone: "bad", icon: CirclePause },
  by_hand: { tone: "info", icon: Phone },
  tray: { tone: "neutral", icon: CircleQuestion },
  left: { tone: "warn", icon: UserX },
  bad_address: { tone: "bad", icon: MailX },
  duplicates: { tone: "neutral", icon: Copy },
  chats: { tone: "info", icon: MessagesSquare },
};

export function lookOfWaiting(kind: string): Look {
  return LOOKS[kind] ?? { tone: "neutral", icon: Inbox };
}

export type WaitingPlace = { path: string; query?: Record<string, string> };

function placeOf({ kind, count, id }: WaitingItem, releaseId: number): WaitingPlace | undefined {
  const one = count === 1 && id > 0;
  switch (kind) {
    case "responses":
      return { path: one ? `/responses/${id}` : "/responses" };
    case "enquiries":
      return { path: one ? `/enquiries/${id}` : "/enquiries" };
    case "tray":
      return { path: one ? `/responses/${id}` : "/responses", query: { tab: "unmatched" } };
    case "left":
      return { path: one ? `/responses/${id}` : "/responses", query: { kind: "auto_reply" } };
    case "unsure":
    case "paused":
    case "by_hand":
      return { path: releaseId > 0 ? `/releases/${releaseId}/distribution/${id}` : "/releases" };
    case "bad_address":
      return one ? { path: `/contacts/${id}` } : { path: "/contacts", query: { state: kind } };
    case "chats":
      return { path: id > 0 ? `/chats/${id}` : "/chats" };
    case "duplicates":
      return { path: "/duplicates" };
    default:
      return undefined;
  }
}

/**
 * Where the work is done; nothing while that room is not there. `releaseId` is the release of the
 * distribution that the item names; 0 = none or not known.
 */
export function placeOfWaiting(item: WaitingItem, releaseId: number): WaitingPlace | undefined {
  const place = placeOf(item, releaseId);
  return place && roomOf(place.path) ? place : undefined;
}
