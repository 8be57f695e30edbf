// Whom a release shall go to, as it was last chosen on this machine.
import type { Channel, ExclusionRow, Wave } from "../api/types.gen";
import { isNumber, recall, remember } from "../remembered";
import type { Choice } from "../shared/Combobox.svelte";

/** So many people of an audience are listed by name; the rest are a number. */
export const MOST_SHOWN = 200;

/** Who gets it so many minutes after the first. */
export type LaterWave = Required<Pick<Wave, "lists" | "groups" | "newsrooms" | "minutes">>;

export type ChosenAudience = {
  lists: number[];
  people: Choice[];
  without: Choice[];
  /** Lists whose people are left out. */
  minus?: number[];
  /** Lists that get it first, all others so many minutes later; none = all at once. */
  first?: number[];
  after?: number;
  /** Of the chat groups and newsrooms, those that get it first as well. */
  firstGroups?: number[];
  firstNewsrooms?: number[];
  /** Waves between the first and all others. */
  later?: LaterWave[];
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

/** Minutes that the first are ahead of the others, until somebody says otherwise. */
export const FIRST_AHEAD = 30;

/** Who gets it first: a group or newsroom that was taken out of the audience is not among them. */
export function firstOf(
  chosen: ChosenAudience,
): Required<Pick<Wave, "lists" | "groups" | "newsrooms">> {
  const there = (chosen.newsrooms ?? []).map((outlet) => Number(outlet.value));
  return {
    lists: chosen.first ?? [],
    groups: (chosen.firstGroups ?? []).filter((id) => (chosen.groups ?? []).includes(id)),
    newsrooms: (chosen.firstNewsrooms ?? []).filter((id) => there.includes(id)),
  };
}

/** The waves after the first, without whoever comes earlier or was taken out of the audience. */
export function laterOf(chosen: ChosenAudience): LaterWave[] {
  const first = firstOf(chosen);
  const outlets = (chosen.newsrooms ?? []).map((outlet) => Number(outlet.value));
  const seen = {
    lists: new Set(first.lists),
    groups: new Set(first.groups),
    newsrooms: new Set(first.newsrooms),
  };
  const fresh = (all: number[], of: Set<number>, there?: number[]) => {
    const left = all.filter((id) => !of.has(id) && (!there || there.includes(id)));
    left.forEach((id) => of.add(id));
    return left;
  };
  return (chosen.later ?? []).map((wave) => ({
    lists: fresh(wave.lists, seen.lists),
    groups: fresh(wave.groups, seen.groups, chosen.groups ?? []),
    newsrooms: fresh(wave.newsrooms, seen.newsrooms, outlets),
    minutes: wave.minutes,
  }));
}

const size = (wave: Pick<LaterWave, "lists" | "groups" | "newsrooms">) =>
  wave.lists.length + wave.groups.length + wave.newsrooms.length;

/** The first, those in between, and all others; none where nobody is first. */
export function wavesOf(chosen: ChosenAudience): Wave[] {
  const first = firstOf(chosen);
  if (size(first) === 0) return [];
  const ahead = [{ ...first, minutes: 0 }, ...laterOf(chosen).filter((wave) => size(wave) > 0)];
  const others = (all: number[], of: "lists" | "groups" | "newsrooms") =>
    all.filter((id) => !ahead.some((wave) => wave[of].includes(id)));
  const outlets = (chosen.newsrooms ?? []).map((outlet) => Number(outlet.value));
  return [
    ...ahead,
    {
      lists: others(chosen.lists, "lists"),
      groups: others(chosen.groups ?? [], "groups"),
      newsrooms: others(outlets, "newsrooms"),
      minutes: chosen.after ?? FIRST_AHEAD,
    },
  ];
}

/** Who gets it though they had a message lately. */
export type Kept = { people: number[]; newsrooms: number[]; groups: number[] };

const isChoice = (value: unknown): value is Choice =>
  typeof value === "object" &&
  value !== null &&
  "value" in value &&
  "label" in value &&
  typeof value.value === "string" &&
  typeof value.label === "string";

const isLater = (value: unknown): value is LaterWave => {
  if (typeof value !== "object" || value === null) return false;
  const { lists, groups, newsrooms, minutes } = value as Partial<Record<keyof LaterWave, unknown>>;
  return (
    isNumber(minutes) &&
    [lists, groups, newsrooms].every((ids) => Array.isArray(ids) && ids.every(isNumber))
  );
};

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
  const { groups, channels, link, light, firstGroups, firstNewsrooms, later } = chosen;
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
    isNumbers(firstGroups) &&
    isNumbers(firstNewsrooms) &&
    (later === undefined || (Array.isArray(later) && later.every(isLater))) &&
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

type LeftOut = Pick<ExclusionRow, "contact_id" | "organisation_id" | "group_chat_id">;

/** A number of its own for each row of those left out: people, newsrooms, groups. */
export function leftOutId(one: LeftOut): number {
  return one.contact_id || -(one.organisation_id ?? 0) || -(one.group_chat_id ?? 0) - 0.5;
}

/** Where somebody left out is shown. */
export function leftOutPath(one: LeftOut): string {
  if (one.organisation_id) return `/outlets/${one.organisation_id}`;
  return one.group_chat_id ? `/chats/${one.group_chat_id}` : `/contacts/${one.contact_id}`;
}
