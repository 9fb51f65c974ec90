import type { CellError } from '@/api/types';

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
