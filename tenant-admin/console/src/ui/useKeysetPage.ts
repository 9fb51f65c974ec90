import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Page } from '@/api/types';
import { Trail } from './trail';
import { useLoad } from './useLoad';

/** A list read page by page; the cursor lives in the address under `after`. */
export function useKeysetPage<T>(
  fetchPage: (after: string | undefined) => Promise<Page<T>>,
  dependsOn: () => unknown = () => null,
) {
  const route = useRoute();
  const router = useRouter();
  const after = computed(() => (typeof route.query.after === 'string' ? route.query.after : undefined));
  const trail = shallowRef(new Trail(after.value));
  const list = useLoad(() => fetchPage(after.value));
  const path = route.path;

  watch([after, () => JSON.stringify(dependsOn())], ([cursor, filters], [, before]) => {
    if (route.path !== path) return;
    if (filters !== before) trail.value = new Trail(cursor);
    void list.reload();
  });

  function turnTo(cursor: string | undefined): void {
    const query = { ...route.query };
    if (cursor) query.after = cursor;
    else delete query.after;
    void router.replace({ query });
  }

  return {
    ...list,
    items: computed(() => list.data.value?.items ?? []),
    number: computed(() => trail.value.number),
    hasNext: computed(() => Boolean(list.data.value?.next)),
    hasPrevious: computed(() => trail.value.hasPrevious),
    isFirst: computed(() => after.value === undefined),
    next(): void {
      const cursor = list.data.value?.next;
      if (!cursor) return;
      trail.value = trail.value.forward(cursor);
      turnTo(cursor);
    },
    previous(): void {
      trail.value = trail.value.back();
      turnTo(trail.value.current);
    },
    first(): void {
      trail.value = new Trail(undefined);
      turnTo(undefined);
    },
  };
}

export type KeysetPage<T> = ReturnType<typeof useKeysetPage<T>>;
