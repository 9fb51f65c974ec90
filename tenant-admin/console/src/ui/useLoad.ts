import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';

export interface Load<T> {
  data: ShallowRef<T | null>;
  problem: ShallowRef<unknown>;
  /** True while nothing can be shown yet. */
  loading: Ref<boolean>;
  /** True while any answer is awaited. */
  busy: Ref<boolean>;
  reload: () => Promise<void>;
}

/** Loads one thing; a newer call wins over an older one that answers late. */
export function useLoad<T>(fetcher: () => Promise<T>, immediate = true): Load<T> {
  const data = shallowRef<T | null>(null);
  const problem = shallowRef<unknown>(null);
  const loading = ref(immediate);
  const busy = ref(false);
  let latest = 0;

  async function reload(): Promise<void> {
    const mine = ++latest;
    busy.value = true;
    loading.value = data.value === null;
    try {
      const value = await fetcher();
      if (mine !== latest) return;
      data.value = value;
      problem.value = null;
    } catch (error) {
      if (mine === latest) problem.value = error;
    } finally {
      if (mine === latest) {
        loading.value = false;
        busy.value = false;
      }
    }
  }

  onScopeDispose(() => latest++);
  if (immediate) void reload();
  return { data, problem, loading, busy, reload };
}
