// The rooms of the app. A room stands here only when it works.
import CalendarCheck from "@lucide/svelte/icons/calendar-check";
import Calendar from "@lucide/svelte/icons/calendar";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import MessageSquare from "@lucide/svelte/icons/message-square";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import ChartColumn from "@lucide/svelte/icons/chart-column";
import CircleQuestion from "@lucide/svelte/icons/circle-question-mark";
import ScrollText from "@lucide/svelte/icons/scroll-text";
import BookUser from "@lucide/svelte/icons/book-user";
import Building from "@lucide/svelte/icons/building-2";
import ClipboardCheck from "@lucide/svelte/icons/clipboard-check";
import ContactRound from "@lucide/svelte/icons/contact-round";
import Copy from "@lucide/svelte/icons/copy";
import FileText from "@lucide/svelte/icons/file-text";
import FileSpreadsheet from "@lucide/svelte/icons/file-spreadsheet";
import Megaphone from "@lucide/svelte/icons/megaphone";
import Images from "@lucide/svelte/icons/images";
import Package from "@lucide/svelte/icons/package";
import Mic from "@lucide/svelte/icons/mic";
import Newspaper from "@lucide/svelte/icons/newspaper";
import Send from "@lucide/svelte/icons/send";
import Settings from "@lucide/svelte/icons/settings";
import Sparkles from "@lucide/svelte/icons/sparkles";
import type { Component } from "svelte";
import ContactsRoom from "./contacts/ContactsRoom.svelte";
import { askContactsEarly } from "./contacts/first_page";
import "./calendar/palette";
import "./chats/palette";
import "./coverage/palette";
import "./enquiries/palette";
import "./events/palette";
import { enquiriesWaiting } from "./enquiries/waiting.svelte";
import "./letters/palette";
import "./lists/palette";
import "./kits/palette";
import "./photos/palette";
import "./programmes/palette";
import "./releases/palette";
import "./responses/palette";
import { responsesWaiting } from "./responses/waiting.svelte";
import "./settings/palette";
import { firstPlace } from "./router.svelte";
import { rowsComeFirst } from "./shared/calm.svelte";
import type { IconComponent } from "./shared/icon";

/** What every room is given. */
export type RoomProps = {
  /** What follows the room's own path: `#/contacts/123/history` gives `["123", "history"]`. */
  rest: string[];
  query: URLSearchParams;
};

export type Room = {
  /** `/contacts`; also what deep links begin with. */
  path: string;
  /** Its name, a key of app.ftl. */
  titleKey: string;
  icon: IconComponent;
  /**
   * Where the rail shows it: `top` at the head, `media` under "Media list", `main` below that,
   * `foot` at the foot, `none` nowhere (first start, a full page reached from elsewhere).
   */
  section: "top" | "media" | "main" | "foot" | "none";
  /** Without rail and header, such as the first start; or only some of its places, by what follows. */
  bare?: boolean | ((rest: string[]) => boolean);
  component: () => Promise<{ default: Component<RoomProps> }>;
  /** Asks what the room will ask first when the window opens in it. */
  first?: () => Promise<void>;
  /** How many things wait for the person here; 0 shows nothing. Read as state. */
  badge?: () => number;
};

export const rooms: Room[] = [
  {
    path: "/today",
    titleKey: "nav-today",
    icon: CalendarDays,
    section: "top",
    component: () => import("./today/TodayRoom.svelte"),
  },
  {
    path: "/releases",
    titleKey: "nav-releases",
    icon: Send,
    section: "main",
    component: () => import("./releases/ReleasesRoom.svelte"),
  },
  {
    path: "/letters",
    titleKey: "nav-letters",
    icon: FileText,
    section: "main",
    component: () => import("./letters/LettersRoom.svelte"),
  },
  {
    path: "/photos",
    titleKey: "nav-photos",
    icon: Images,
    section: "main",
    component: () => import("./photos/PhotosRoom.svelte"),
  },
  {
    path: "/photos/kits",
    titleKey: "nav-kits",
    icon: Package,
    section: "none",
    component: () => import("./kits/KitsRoom.svelte"),
  },
  {
    path: "/responses",
    titleKey: "nav-responses",
    icon: MessageSquare,
    section: "main",
    component: () => import("./responses/ResponsesRoom.svelte"),
    badge: responsesWaiting,
  },
  {
    path: "/enquiries",
    titleKey: "nav-enquiries",
    icon: CircleQuestion,
    section: "main",
    component: () => import("./enquiries/EnquiriesRoom.svelte"),
    badge: enquiriesWaiting,
  },
  {
    path: "/events",
    titleKey: "nav-events",
    icon: CalendarCheck,
    section: "main",
    // A door needs all the room there is, and nothing that leads away from it by a slip.
    bare: (rest) => rest[1] === "checkin",
    component: () => import("./events/EventsRoom.svelte"),
  },
  {
    path: "/calendar",
    titleKey: "nav-calendar",
    icon: Calendar,
    section: "main",
    component: () => import("./calendar/CalendarRoom.svelte"),
  },
  {
    path: "/coverage",
    titleKey: "nav-coverage",
    icon: ScrollText,
    section: "main",
    component: () => import("./coverage/CoverageRoom.svelte"),
  },
  {
    path: "/reports",
    titleKey: "nav-reports",
    icon: ChartColumn,
    section: "main",
    component: () => import("./reports/ReportsRoom.svelte"),
  },
  {
    path: "/contacts",
    titleKey: "nav-contacts",
    icon: ContactRound,
    section: "media",
    // People live here: what it is made of comes with the frame, in one piece.
    component: () => Promise.resolve({ default: ContactsRoom }),
    first: askContactsEarly,
  },
  {
    path: "/outlets",
    titleKey: "nav-outlets",
    icon: Newspaper,
    section: "media",
    component: () => import("./organisations/OutletsRoom.svelte"),
  },
  {
    path: "/organisations",
    titleKey: "nav-organisations",
    icon: Building,
    section: "media",
    component: () => import("./organisations/OrganisationsRoom.svelte"),
  },
  {
    path: "/sources",
    titleKey: "nav-sources",
    icon: Mic,
    section: "media",
    component: () => import("./sources/SourcesRoom.svelte"),
  },
  {
    path: "/programmes",
    titleKey: "nav-programmes",
    icon: Megaphone,
    section: "media",
    component: () => import("./programmes/ProgrammesRoom.svelte"),
  },
  {
    path: "/lists",
    titleKey: "nav-lists",
    icon: BookUser,
    section: "media",
    component: () => import("./lists/ListsRoom.svelte"),
  },
  {
    path: "/chats",
    titleKey: "nav-chats",
    icon: MessagesSquare,
    section: "media",
    component: () => import("./chats/ChatsRoom.svelte"),
  },
  {
    path: "/duplicates",
    titleKey: "nav-duplicates",
    icon: Copy,
    section: "media",
    component: () => import("./duplicates/DuplicatesRoom.svelte"),
  },
  {
    path: "/review",
    titleKey: "nav-review",
    icon: ClipboardCheck,
    section: "media",
    component: () => import("./review/ReviewRoom.svelte"),
  },
  {
    path: "/import",
    titleKey: "import-title",
    icon: FileSpreadsheet,
    section: "none",
    component: () => import("./imports/ImportRoom.svelte"),
  },
  {
    path: "/settings",
    titleKey: "nav-settings",
    icon: Settings,
    section: "foot",
    component: () => import("./settings/SettingsRoom.svelte"),
  },
  {
    path: "/setup",
    titleKey: "setup-title",
    icon: Sparkles,
    section: "none",
    bare: true,
    component: () => import("./setup/FirstStart.svelte"),
  },
];

/** Where the app goes while the office is not yet set up. */
export const FIRST_START = "/setup";

/** The room that a path lies in. The longest match wins. */
export function roomOf(path: string, among: Room[] = rooms): Room | undefined {
  return among
    .filter((room) => path === room.path || path.startsWith(`${room.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

const opened = new Map<Room, Promise<{ default: Component<RoomProps> }>>();

/** A room is loaded once; a failed load is tried again on the next visit. */
export function loadRoom(wanted: Room): Promise<{ default: Component<RoomProps> }> {
  let loading = opened.get(wanted);
  if (!loading) {
    loading = wanted.component();
    loading.catch(() => opened.delete(wanted));
    opened.set(wanted, loading);
  }
  return loading;
}

/** Fetches the room in which the window opens, and what it asks first, before the frame is drawn. */
export async function openEarly(): Promise<void> {
  const place = firstPlace();
  const room = place && roomOf(place.path);
  if (!room) return;
  if (room.first) rowsComeFirst();
  const asked = room.first?.();
  await loadRoom(room).catch(() => undefined);
  await asked;
}

/** What follows the room's own path. */
export function restOf(segments: string[], room: Room): string[] {
  return segments.slice(room.path.split("/").filter(Boolean).length);
}
