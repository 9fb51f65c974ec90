import type { CellError } from '@/api/types';

/** How many errors stand on one page of the report. */
export const ERRORS_A_PAGE = 50;

export interface ErrorFilter {
  sheet: string;
  text: string;
}

export function matching(errors: readonly CellError[], filter: ErrorFilter): CellError[] {
  const wanted = filter.text.trim().toLowerCase();
  return errors.filter(
    (error) =>
      (!filter.sheet || error.sheet === filter.sheet) &&
      (!wanted || [error.cell, error.column, error.message].some((s) => s?.toLowerCase().includes(wanted))),
  );
}

/** A page counted from 0, held within what there is. */
export function pageOf<T>(all: readonly T[], page: number, size = ERRORS_A_PAGE) {
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
