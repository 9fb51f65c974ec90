import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';

export interface Act<A extends unknown[]> {
  busy: Ref<boolean>;
  problem: ShallowRef<unknown>;
  /** Runs once at a time; what goes wrong is shown, not thrown. */
  run: (...args: A) => Promise<void>;
  forget: () => void;
}

/** Something a person does: its progress and its problem. */
export function useAct<A extends unknown[]>(work: (...args: A) => Promise<void>): Act<A> {
  const busy = ref(false);
  const problem = shallowRef<unknown>(null);
  return {
    busy,
    problem,
    forget: () => (problem.value = null),
    async run(...args) {
      if (busy.value) return;
      busy.value = true;
      problem.value = null;
      try {
        await work(...args);
      } catch (error) {
        problem.value = error;
      } finally {
        busy.value = false;
      }
    },
  };
}
