import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';

export interface Act<A extends unknown[], R> {
  busy: Ref<boolean>;
  problem: ShallowRef<unknown>;
  /** Runs once at a time; answers undefined when it failed or was already running. */
  run: (...args: A) => Promise<R | undefined>;
  forget: () => void;
}

/** Something a person does: its progress and its problem. */
export function useAct<A extends unknown[], R>(work: (...args: A) => Promise<R>): Act<A, R> {
  const busy = ref(false);
  const problem = shallowRef<unknown>(null);
  return {
    busy,
    problem,
    forget: () => (problem.value = null),
    async run(...args) {
      if (busy.value) return undefined;
      busy.value = true;
      problem.value = null;
      try {
        return await work(...args);
      } catch (error) {
        problem.value = error;
        return undefined;
      } finally {
        busy.value = false;
      }
    },
  };
}
