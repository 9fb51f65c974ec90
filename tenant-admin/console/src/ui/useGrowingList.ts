import { ref, shallowRef } from 'vue';
import type { Page } from '@/api/types';
import { useAct } from './useAct';
import { useLoad } from './useLoad';

/** A list beside others on a page: its first page, and more of it below on demand. */
export function useGrowingList<T>(fetchPage: (after: string | undefined) => Promise<Page<T>>) {
  const items = shallowRef<T[]>([]);
  const next = ref<string>();

  function take(page: Page<T>, before: T[]): T[] {
    next.value = page.next ?? undefined;
    items.value = [...before, ...page.items];
    return items.value;
  }

  const load = useLoad(async () => take(await fetchPage(undefined), []));
  const growing = useAct(async () => {
    if (next.value) take(await fetchPage(next.value), items.value);
  });
  return { load, items, next, growing };
}
