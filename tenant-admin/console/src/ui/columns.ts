/** A column of a list; `text` is also what an export writes. */
export interface Column<T> {
  key: string;
  label: string;
  text?: (row: T) => string | number | null | undefined;
  align?: 'number';
  /** Left out where the window is not wide. */
  fade?: 'wide';
}

export function textOf<T>(column: Column<T>, row: T): string | number {
  return column.text?.(row) ?? '';
}
