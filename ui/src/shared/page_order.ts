// Which pages of a long list are wanted, the most urgent first.

export type PageView = {
  /** First row in view and the row after the last. */
  from: number;
  to: number;
  /** Where the scroll goes: 1 down, −1 up. */
  ahead: 1 | -1;
  /** Whether it flies by: what lies ahead is then passed before it is there. */
  flung: boolean;
};

/** The pages in view, in the direction of the scroll, then so many `beyond` it. */
export function pagesWanted(view: PageView, size: number, total: number, beyond: number): number[] {
  const first = Math.floor(Math.max(0, view.from) / size);
  const last = Math.max(first, Math.floor(Math.max(0, view.to - 1) / size));
  const inView = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const [ordered, edge] =
    view.ahead > 0 ? [inView, last] : ([inView.reverse(), first] as [number[], number]);
  const next = Array.from({ length: beyond }, (_, at) => edge + view.ahead * (at + 1));
  return [...ordered, ...next.filter((page) => page >= 0 && page * size < total)];
}
