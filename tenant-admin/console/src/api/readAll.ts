import type { Page } from './types';

const PAGE_SIZE = 200;

export interface Everything<T> {
  items: T[];
  /** True when there was more than `atMost`. */
  cut: boolean;
}

/** Reads a list page by page, but never more than `atMost` rows. */
export async function readAll<T>(
  fetchPage: (after: string | undefined, limit: number) => Promise<Page<T>>,
  atMost: number,
  onProgress: (rows: number) => void = () => {},
): Promise<Everything<T>> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await fetchPage(after, Math.min(PAGE_SIZE, atMost - items.length));
    items.push(...page.items);
    after = page.next ?? undefined;
    onProgress(items.length);
  } while (after && items.length < atMost);
  return { items, cut: after !== undefined };
}
