import { reactive, watch } from 'vue';
import { session } from '@/session/session';

/** Half-filled forms of this run of the app; on no storage, because names and ids stand in them. */
const drafts = new Map<string, object>();
session.onEnd(() => drafts.clear());

/** Form content that survives going back and coming again. */
export function useDraft<T extends object>(name: string, blank: () => T): { draft: T; clear: () => void } {
  const draft = reactive({ ...blank(), ...drafts.get(name) }) as T;
  watch(draft, () => drafts.set(name, { ...draft }), { deep: true, flush: 'sync' });
  return {
    draft,
    clear() {
      Object.assign(draft, blank());
      drafts.delete(name);
    },
  };
}
