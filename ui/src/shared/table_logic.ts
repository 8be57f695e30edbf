// The arithmetic of lists: which rows are in view, which columns stand where, what is selected.

/** WebKit draws no element higher than about 33 million pixels; beyond this the scroll is scaled. */
export const TALLEST = 16_000_000;

export type Extent = { total: number; rowHeight: number; viewHeight: number };

/** Height of the scrolled content: the real one, or the tallest allowed. */
export function contentHeight({ total, rowHeight }: Extent): number {
  return Math.min(total * rowHeight, TALLEST);
}

function ranges(extent: Extent): { real: number; scrolled: number } {
  return {
    real: Math.max(0, extent.total * extent.rowHeight - extent.viewHeight),
    scrolled: Math.max(0, contentHeight(extent) - extent.viewHeight),
  };
}

/** Whether a pixel of the scroll bar stands for more than a pixel of rows. */
export function isScaled(extent: Extent): boolean {
  return extent.total * extent.rowHeight > TALLEST;
}

/** The pixel of the rows at the top of the view, for a place of the scroll bar. */
export function topOfScroll(extent: Extent, scrollTop: number): number {
  const { real, scrolled } = ranges(extent);
  if (scrolled === 0) return 0;
  if (real === scrolled) return Math.min(real, Math.max(0, scrollTop));
  // The last pixel of the bar is the end: half a pixel short of it would cut the last row off.
  if (scrollTop >= scrolled - 1) return real;
  return Math.max(0, Math.round((scrollTop / scrolled) * real));
}

/** The lowest place of the rows: the last one stands at the bottom of the view. */
export function lowestTop(extent: Extent): number {
  return ranges(extent).real;
}

/** The place of the scroll bar for a pixel of the rows. */
export function scrollOfTop(extent: Extent, top: number): number {
  const { real, scrolled } = ranges(extent);
  return real === 0 ? 0 : (Math.min(real, Math.max(0, top)) / real) * scrolled;
}

/** Rows drawn beyond each edge of the view. */
const BEYOND = 8;

/** How many rows are drawn at most. */
export function mostDrawn(extent: Extent): number {
  return Math.ceil(extent.viewHeight / extent.rowHeight) + 2 + 2 * BEYOND;
}

/** First row to draw and the row after the last, with a few beyond the edges. */
export function rowsInView(
  extent: Extent,
  top: number,
  beyond = BEYOND,
): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / extent.rowHeight) - beyond);
  const to = Math.min(
    extent.total,
    Math.ceil((top + extent.viewHeight) / extent.rowHeight) + beyond,
  );
  return { from: Math.min(from, to), to };
}

/** The pixel at the top that brings a row into view with the least movement. */
export function topShowing(extent: Extent, row: number, top: number): number {
  const begin = row * extent.rowHeight;
  const end = begin + extent.rowHeight;
  if (begin < top) return begin;
  if (end > top + extent.viewHeight) return end - extent.viewHeight;
  return top;
}

/** What is remembered of a list's columns. */
export type ColumnChoice = { order: string[]; hidden: string[]; widths: Record<string, number> };
export type ColumnShape = { id: string; always?: boolean; hidden?: boolean };

export function isColumnChoice(value: unknown): value is ColumnChoice {
  if (typeof value !== "object" || value === null) return false;
  const choice = value as Partial<Record<keyof ColumnChoice, unknown>>;
  return (
    Array.isArray(choice.order) &&
    Array.isArray(choice.hidden) &&
    typeof choice.widths === "object" &&
    choice.widths !== null
  );
}

/** What stands before anybody has chosen. */
export function plainChoice(columns: readonly ColumnShape[]): ColumnChoice {
  return {
    order: columns.map((column) => column.id),
    hidden: columns.filter((column) => column.hidden).map((column) => column.id),
    widths: {},
  };
}

/**
 * All columns in the chosen order. Columns that are new since the choice was kept stand where they
 * were declared: after the one that precedes them.
 */
export function orderedColumns<C extends ColumnShape>(columns: readonly C[], order: string[]): C[] {
  const kept = order
    .map((id) => columns.find((column) => column.id === id))
    .filter((column) => column !== undefined);
  columns.forEach((column, at) => {
    if (kept.includes(column)) return;
    const before = columns[at - 1];
    kept.splice(before ? kept.indexOf(before) + 1 : 0, 0, column);
  });
  return kept;
}

/** The columns on screen. */
export function shownColumns<C extends ColumnShape>(
  columns: readonly C[],
  choice: ColumnChoice,
): C[] {
  return orderedColumns(columns, choice.order).filter((column) => {
    if (column.always) return true;
    if (choice.hidden.includes(column.id)) return false;
    // A column added later that hides by itself stays hidden until chosen.
    return choice.order.includes(column.id) || !column.hidden;
  });
}

/** Moves a column one place up or down in the order. */
export function movedColumn(order: string[], id: string, by: 1 | -1): string[] {
  const at = order.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return order;
  const next = [...order];
  next.splice(at, 1);
  next.splice(to, 0, id);
  return next;
}

/** The selection with one id put in or out. */
export function toggled<Id>(selected: ReadonlySet<Id>, id: Id): Set<Id> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The selection with more ids in it. */
export function extended<Id>(selected: ReadonlySet<Id>, ids: Iterable<Id>): Set<Id> {
  return new Set([...selected, ...ids]);
}
