// What the states of releases and deliveries look like: icon, word and colour.
import Archive from "@lucide/svelte/icons/archive";
import Ban from "@lucide/svelte/icons/ban";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleX from "@lucide/svelte/icons/circle-x";
import Clock from "@lucide/svelte/icons/clock";
import CornerUpLeft from "@lucide/svelte/icons/corner-up-left";
import FilePen from "@lucide/svelte/icons/file-pen";
import History from "@lucide/svelte/icons/history";
import Hourglass from "@lucide/svelte/icons/hourglass";
import ListMinus from "@lucide/svelte/icons/list-minus";
import MailX from "@lucide/svelte/icons/mail-x";
import Pause from "@lucide/svelte/icons/pause";
import PenLine from "@lucide/svelte/icons/pen-line";
import Phone from "@lucide/svelte/icons/phone";
import PhoneOff from "@lucide/svelte/icons/phone-off";
import Send from "@lucide/svelte/icons/send";
import Stamp from "@lucide/svelte/icons/stamp";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";
import Undo from "@lucide/svelte/icons/undo-2";
import UserMinus from "@lucide/svelte/icons/user-minus";
import UserSearch from "@lucide/svelte/icons/user-search";
import UserX from "@lucide/svelte/icons/user-x";
import Users from "@lucide/svelte/icons/users";

import type {
  DeliveryState,
  DistributionState,
  Exclusion,
  ReleaseKind,
  ReleaseState,
} from "../api/types.gen";
import type { IconComponent, Tone } from "../shared/icon";

export type Look = { tone: Tone; icon: IconComponent };

export const RELEASE_LOOKS: Record<ReleaseState, Look> = {
  draft: { tone: "neutral", icon: PenLine },
  in_review: { tone: "info", icon: UserSearch },
  approved: { tone: "ok", icon: Stamp },
  needs_approval: { tone: "warn", icon: TriangleAlert },
  scheduled: { tone: "info", icon: Clock },
  distributing: { tone: "accent", icon: Send },
  distributed: { tone: "ok", icon: CircleCheck },
  corrected: { tone: "warn", icon: FilePen },
  withdrawn: { tone: "bad", icon: Undo },
  archived: { tone: "neutral", icon: Archive },
};

/** In the order of the way. */
export const RELEASE_STATES: ReleaseState[] = [
  "draft",
  "in_review",
  "approved",
  "needs_approval",
  "scheduled",
  "distributing",
  "distributed",
  "corrected",
  "withdrawn",
  "archived",
];

export const RELEASE_KINDS: ReleaseKind[] = [
  "press_release",
  "media_advisory",
  "statement",
  "correction",
  "background",
  "photo",
];

export const DISTRIBUTION_LOOKS: Record<DistributionState, Look> = {
  scheduled: { tone: "info", icon: CalendarClock },
  running: { tone: "accent", icon: Send },
  paused: { tone: "warn", icon: Pause },
  cancelled: { tone: "neutral", icon: Ban },
  done: { tone: "ok", icon: CircleCheck },
};

export const DELIVERY_LOOKS: Record<DeliveryState, Look> = {
  queued: { tone: "neutral", icon: Clock },
  sending: { tone: "accent", icon: Send },
  accepted: { tone: "ok", icon: CircleCheck },
  deferred: { tone: "warn", icon: Hourglass },
  refused: { tone: "bad", icon: CircleX },
  unsure: { tone: "warn", icon: TriangleAlert },
  bounced: { tone: "bad", icon: CornerUpLeft },
  by_hand: { tone: "info", icon: Phone },
  done_by_hand: { tone: "ok", icon: CircleCheck },
  cancelled: { tone: "neutral", icon: Ban },
  suppressed: { tone: "neutral", icon: UserMinus },
};

/** In the order in which they are told: the person's wish first. */
export const EXCLUSION_LOOKS: Record<Exclusion, Look> = {
  do_not_contact: { tone: "bad", icon: Ban },
  bad_address: { tone: "bad", icon: MailX },
  left_outlet: { tone: "warn", icon: UserX },
  no_reach: { tone: "warn", icon: PhoneOff },
  double: { tone: "neutral", icon: Users },
  left_out: { tone: "neutral", icon: UserMinus },
  minus_list: { tone: "neutral", icon: ListMinus },
  recent: { tone: "warn", icon: History },
  no_embargo: { tone: "warn", icon: Clock },
  excluded_by_hand: { tone: "neutral", icon: UserMinus },
};
