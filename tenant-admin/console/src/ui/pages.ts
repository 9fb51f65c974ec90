/** How many rows of a list that is already here stand on one page. */
export const ROWS_A_PAGE = 50;

/** A page of a list that is already here, counted from 0 and held within what there is. */
export function pageOf<T>(all: readonly T[], page: number, size = ROWS_A_PAGE) {
  const last = Math.max(0, Math.ceil(all.length / size) - 1);
  const held = Math.min(Math.max(0, page), last);
  const from = held * size;
  const rows = all.slice(from, from + size);
  return {
    page: held,
    rows,
    from: rows.length ? from + 1 : 0,
    to: from + rows.length,
    isLast: held === last,
  };
}
