import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { useLoad, type Load } from './useLoad';

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that is read page by page, further down at each asking. */
export interface Pages<T> extends Omit<Load<Page<T>>, 'data'> {
  items: ShallowRef<T[]>;
  more: Ref<boolean>;
  /** Reads on; true while it does. */
  reading: Ref<boolean>;
  readOn: () => Promise<void>;
}

export function usePages<T>(fetchPage: (after?: string) => Promise<Page<T>>): Pages<T> {
  const items = shallowRef<T[]>([]);
  const more = ref(false);
  const reading = ref(false);
  let next: string | null = null;

  function take(page: Page<T>, before: T[]): Page<T> {
    items.value = [...before, ...page.items];
    next = page.next;
    more.value = next !== null;
    return page;
  }

  const load = useLoad(async () => take(await fetchPage(), []));

  async function readOn(): Promise<void> {
    if (next === null || reading.value) return;
    reading.value = true;
    try {
      take(await fetchPage(next), items.value);
      load.problem.value = null;
    } catch (error) {
      load.problem.value = error;
    } finally {
      reading.value = false;
    }
  }

  const { problem, loading, keptAt, reload } = load;
  return { items, more, reading, readOn, problem, loading, keptAt, reload };
}
