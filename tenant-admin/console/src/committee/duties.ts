import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { fetchMembership, type Membership } from './api';

type Role = Membership['roles'][number];

/** What the person is in the estates looked at so far; the platform checks each act anyway. */
const useKnownRoles = defineStore('estate-roles', () => {
  const known = ref<Record<string, Role[]>>({});
  const asked = new Set<string>();

  async function learn(slug: string): Promise<void> {
    if (asked.has(slug)) return;
    asked.add(slug);
    try {
      known.value[slug] = (await fetchMembership(slug)).roles;
    } catch {
      // The page asks for what it shows and says itself what is wrong; the next page asks for this again.
      asked.delete(slug);
    }
  }

  return { known, learn };
});

/** What the person may do in an estate: what isn't theirs isn't offered. */
export function useDuties(slug: () => string) {
  const store = useKnownRoles();
  watch(slug, store.learn, { immediate: true });
  const roles = computed<readonly Role[]>(() => store.known[slug()] ?? []);
  const inCommittee = computed(() => roles.value.includes('COMMITTEE'));
  return {
    roles,
    inCommittee,
    readsRoll: computed(() => inCommittee.value || roles.value.includes('AUDITOR')),
    // Whoever is of the property company decides nobody's membership.
    decides: computed(() => inCommittee.value && !roles.value.includes('PROPERTY')),
  };
}
