import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { NoAnswer, NoConnection } from '@/api/problem';
import { keptAnswers } from '@/session/kept';

export interface Load<T> {
  data: ShallowRef<T | null>;
  problem: ShallowRef<unknown>;
  /** True while nothing can be shown yet. */
  loading: Ref<boolean>;
  /** When what is shown was fetched, if it could not be fetched now. */
  keptAt: Ref<string | null>;
  reload: () => Promise<void>;
}

/**
 * Loads one thing; a newer call wins over an older one that answers late.
 * @param keepAs under this name the last good answer is kept on the phone and shown when nobody can be reached
 */
export function useLoad<T>(fetcher: () => Promise<T>, keepAs?: () => string): Load<T> {
  const data = shallowRef<T | null>(null);
  const problem = shallowRef<unknown>(null);
  const loading = ref(true);
  const keptAt = ref<string | null>(null);
  let latest = 0;

  async function reload(): Promise<void> {
    const mine = ++latest;
    loading.value = data.value === null;
    try {
      const value = await fetcher();
      if (mine !== latest) return;
      data.value = value;
      problem.value = null;
      keptAt.value = null;
      if (keepAs) keptAnswers.write(keepAs(), value);
    } catch (error) {
      if (mine !== latest) return;
      problem.value = error;
      showKept(error);
    } finally {
      if (mine === latest) loading.value = false;
    }
  }

  // A refusal is an answer: what was kept would be wrong.
  function showKept(error: unknown): void {
    const unreached = error instanceof NoAnswer || error instanceof NoConnection;
    const kept = unreached && keepAs ? keptAnswers.read<T>(keepAs()) : null;
    if (kept && data.value === null) data.value = kept.value;
    keptAt.value = kept?.at ?? null;
  }

  onScopeDispose(() => latest++);
  return { data, problem, loading, keptAt, reload };
}
