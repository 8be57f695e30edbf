// The parts of an event's page, in the order of its tabs. A part is one line here and one component.
import type { Component } from "svelte";

import type { EventDetail, PressEvent } from "../api/types.gen";
import type { RecordDraft } from "../shared/record_draft.svelte";

/** What every part is given. */
export type PartProps = {
  detail: EventDetail;
  /** The event's own fields while they are being changed. */
  draft: RecordDraft<PressEvent>;
  /** What stands behind `?` in the address. */
  query: URLSearchParams;
};

export type Part = {
  /** `/events/ID/PART`, and `event-part-PART` in the texts. */
  id: string;
  component: () => Promise<{ default: Component<PartProps> }>;
  /** Only for some events. */
  shown?: (detail: EventDetail) => boolean;
  /** It scrolls by itself and takes the height that is there. */
  fills?: boolean;
  /** What waits or lies in it. */
  count?: (detail: EventDetail) => number;
};

export const PARTS: Part[] = [
  { id: "overview", component: () => import("./OverviewTab.svelte") },
  {
    id: "guests",
    component: () => import("./GuestsTab.svelte"),
    count: (detail) => detail.row.guests,
    fills: true,
  },
  {
    id: "checklist",
    component: () => import("./ChecklistTab.svelte"),
    count: (detail) => detail.row.tasks_open,
  },
  { id: "rundown", component: () => import("./RundownTab.svelte") },
  { id: "door", component: () => import("./DoorTab.svelte") },
  { id: "costs", component: () => import("./CostsTab.svelte") },
  { id: "files", component: () => import("./FilesTab.svelte") },
  { id: "evaluation", component: () => import("./EvaluationTab.svelte") },
  {
    id: "tour",
    component: () => import("./TourTab.svelte"),
    shown: ({ event }) => event.kind === "tour",
  },
];
