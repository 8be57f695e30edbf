// What the command palette offers: actions that rooms register, and records they find.
import { isStrings, recall, remember } from "../remembered";
import type { IconComponent } from "../shared/icon";
import type { KeyAction } from "../keys";

export type Action = {
  /** Stable, such as `contact-new`; recent ones are remembered by it. */
  id: string;
  titleKey: string;
  /** Other words by which people look for it. */
  aliases?: string[];
  icon?: IconComponent;
  /** The key that does the same. It also works when no open room takes that key. */
  keys?: KeyAction;
  /** Offered only while this is true; always where it is left out. */
  when?: () => boolean;
  run: () => unknown;
};

export type RecordHit = {
  /** Unique among all providers, such as `contact-12`. */
  id: string;
  title: string;
  hint?: string;
  icon?: IconComponent;
  run: () => unknown;
};

export type RecordProvider = {
  id: string;
  titleKey: string;
  /** The best hits first. With `slips`, records that a mistyped word may have meant too. */
  find: (text: string, slips: boolean) => Promise<RecordHit[]>;
};

let actions = $state.raw<Action[]>([]);
let providers = $state.raw<RecordProvider[]>([]);
let recent = $state.raw<string[]>(recall("palette.recent", [], isStrings));

export function allActions(): readonly Action[] {
  return actions;
}

export function allProviders(): readonly RecordProvider[] {
  return providers;
}

/** Ids of what was run last, newest first. */
export function recentIds(): readonly string[] {
  return recent;
}

export function noteRun(id: string): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, 12);
  remember("palette.recent", recent);
}

/** Offers an action until the answer is called: `onMount(() => registerAction({…}))`. */
export function registerAction(action: Action): () => void {
  actions = [...actions.filter((other) => other.id !== action.id), action];
  return () => {
    actions = actions.filter((other) => other !== action);
  };
}

/** Offers records to find, until the answer is called. */
export function registerRecords(provider: RecordProvider): () => void {
  providers = [...providers.filter((other) => other.id !== provider.id), provider];
  return () => {
    providers = providers.filter((other) => other !== provider);
  };
}
