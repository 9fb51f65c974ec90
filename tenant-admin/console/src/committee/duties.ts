import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { fetchMembership, type Membership } from './api';

type Role = Membership['roles'][number];

/** What the person is in the estates looked at so far; asked once an estate, the platform checks each act anyway. */
const useKnownRoles = defineStore('estate-roles', () => {
  const known = ref<Record<string, Role[]>>({});

  async function learn(slug: string): Promise<void> {
    if (known.value[slug]) return;
    try {
      known.value[slug] = (await fetchMembership(slug)).roles;
    } catch {
      // The page asks for what it shows and says itself what is wrong.
    }
  }

  return { known, learn };
});

/** What the person may do in an estate: what isn't theirs isn't offered. */
export function useDuties(slug: () => string) {
  const store = useKnownRoles();
  void store.learn(slug());
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

export type Duties = ReturnType<typeof useDuties>;
