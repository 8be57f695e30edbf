// Whom a release shall go to, as it was last chosen on this machine.
import type { Channel } from "../api/types.gen";
import { isNumber, recall, remember } from "../remembered";
import type { Choice } from "../shared/Combobox.svelte";

/** So many people of an audience are listed by name; the rest are a number. */
export const MOST_SHOWN = 200;

export type ChosenAudience = {
  lists: number[];
  people: Choice[];
  without: Choice[];
  /** Lists whose people are left out. */
  minus?: number[];
  /** Lists that get it first, all others so many minutes later; none = all at once. */
  first?: number[];
  after?: number;
  /** Outlets whose newsrooms get it. */
  newsrooms?: Choice[];
  /** The mail account that it goes out with; none = the office's choice. */
  account?: number;
  /** Chat groups that get it too. */
  groups?: number[];
  /** People whose channel was chosen here. */
  channels?: { contact_id: number; channel: Channel }[];
  /** Where the whole release is read. */
  link?: string;
  /** Everybody gets the light mail. */
  light?: boolean;
};

const isChoice = (value: unknown): value is Choice =>
  typeof value === "object" &&
  value !== null &&
  "value" in value &&
  "label" in value &&
  typeof value.value === "string" &&
  typeof value.label === "string";

const CHANNELS: unknown[] = ["mail", "whatsapp", "by_hand"];

const isChannel = (value: unknown): value is { contact_id: number; channel: Channel } =>
  typeof value === "object" &&
  value !== null &&
  "contact_id" in value &&
  "channel" in value &&
  isNumber(value.contact_id) &&
  CHANNELS.includes(value.channel);

function isChosen(value: unknown): value is ChosenAudience {
  if (typeof value !== "object" || value === null) return false;
  const chosen = value as Partial<Record<keyof ChosenAudience, unknown>>;
  const { lists, people, without, minus, first, after, account, newsrooms } = chosen;
  const { groups, channels, link, light } = chosen;
  const isNumbers = (found: unknown) =>
    found === undefined || (Array.isArray(found) && found.every(isNumber));
  return (
    Array.isArray(lists) &&
    lists.every(isNumber) &&
    Array.isArray(people) &&
    people.every(isChoice) &&
    Array.isArray(without) &&
    without.every(isChoice) &&
    isNumbers(minus) &&
    isNumbers(first) &&
    (after === undefined || isNumber(after)) &&
    (account === undefined || isNumber(account)) &&
    (newsrooms === undefined || (Array.isArray(newsrooms) && newsrooms.every(isChoice))) &&
    isNumbers(groups) &&
    (channels === undefined || (Array.isArray(channels) && channels.every(isChannel))) &&
    (link === undefined || typeof link === "string") &&
    (light === undefined || typeof light === "boolean")
  );
}

export function recallAudience(releaseId: number): ChosenAudience {
  return recall(`audience.${releaseId}`, { lists: [], people: [], without: [] }, isChosen);
}

export function rememberAudience(releaseId: number, chosen: ChosenAudience): void {
  remember(`audience.${releaseId}`, chosen);
}
