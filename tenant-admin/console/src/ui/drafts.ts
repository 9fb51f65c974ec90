import { reactive, watch } from 'vue';

const KEY = 'drafts';

/** Form content that survives leaving the page and signing in again; forgotten when the tab closes. */
export function useDraft<T extends object>(name: string, blank: () => T): { draft: T; clear: () => void } {
  const draft = reactive({ ...blank(), ...read()[name] }) as T;
  watch(draft, () => write(name, { ...draft }), { deep: true });
  return {
    draft,
    clear() {
      Object.assign(draft, blank());
      write(name, undefined);
    },
  };
}

function read(): Record<string, object | undefined> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, object>;
  } catch {
    return {};
  }
}

function write(name: string, value: object | undefined): void {
  sessionStorage.setItem(KEY, JSON.stringify({ ...read(), [name]: value }));
}
