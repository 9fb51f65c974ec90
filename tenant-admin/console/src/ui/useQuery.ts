import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';

/** Filters that live in the address, so that a list can be shared, reloaded and gone back to. */
export function useQuery<K extends string>(names: readonly K[]) {
  const route = useRoute();
  const router = useRouter();

  const value = (name: string): string => {
    const raw = route.query[name];
    return typeof raw === 'string' ? raw : '';
  };

  function change(changes: Partial<Record<string, string>>): void {
    const query: LocationQueryRaw = { ...route.query };
    for (const [name, text] of Object.entries(changes)) {
      if (text) query[name] = text;
      else delete query[name];
    }
    void router.replace({ query });
  }

  const fields = Object.fromEntries(
    names.map((name) => [
      name,
      computed({
        get: () => value(name),
        // A new filter starts at the first page.
        set: (text: string) => change({ [name]: text, after: '' }),
      }),
    ]),
  ) as Record<K, WritableComputedRef<string>>;

  const filtered = computed(() => names.some((name) => value(name) !== ''));
  const clear = () => change(Object.fromEntries([...names, 'after'].map((name) => [name, ''])));
  return { fields, value, change, filtered, clear };
}
