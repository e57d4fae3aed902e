/** Rows of a fixed height that are on show, for a list of which only those are drawn. */
export interface RowWindow {
  /** The first row on show. */
  readonly first: number;
  /** How many are drawn from there on, those at the edges that are cut off included. */
  readonly count: number;
  /** How far the first is pushed out of sight at the top, in pixels. */
  readonly offset: number;
}

/** Which rows fill `height` pixels when `scrolled` pixels lie above. */
export const rowWindow = (scrolled: number, height: number, rowHeight: number, total: number): RowWindow => {
  const most = Math.max(0, total * rowHeight - height);
  const top = Math.min(Math.max(0, scrolled), most);
  const first = Math.floor(top / rowHeight);
  const offset = top - first * rowHeight;
  const count = Math.min(total - first, Math.ceil((height + offset) / rowHeight));
  return { first, count: Math.max(0, count), offset };
};

/** Where to scroll so that a row is wholly in view; unchanged where it is already. */
export const scrollToRow = (row: number, scrolled: number, height: number, rowHeight: number): number => {
  const top = row * rowHeight;
  if (top < scrolled) return top;
  return top + rowHeight > scrolled + height ? top + rowHeight - height : scrolled;
};

/** The row that a key leads to; null for keys that lead nowhere. */
export const rowAfterKey = (key: string, row: number, total: number, page: number): number | null => {
  const target = MOVES[key]?.(row, total, Math.max(1, page));
  return target === undefined || total === 0 ? null : Math.min(total - 1, Math.max(0, target));
};

const MOVES: Readonly<Record<string, (row: number, total: number, page: number) => number>> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, _, page) => row + page,
  PageUp: (row, _, page) => row - page,
  Home: () => 0,
  End: (_, total) => total - 1,
};
