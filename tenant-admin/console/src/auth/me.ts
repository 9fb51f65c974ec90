import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { answer, api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import type { Me, MyEstate } from '@/api/types';
import { fetchMyEstates } from '@/committee/api';
import { session } from './session';

const FORBIDDEN = 403;

/** The person who signed in: what they are for the offices, and which estates they belong to. */
export const useMe = defineStore('me', () => {
  /** Null for people without an office or a duty of the platform. */
  const me = ref<Me | null>(null);
  const estates = ref<MyEstate[]>([]);
  const name = ref('');
  const loaded = ref(false);
  const isPlatform = computed(() => me.value?.roles.includes('platform-admin') ?? false);
  const isStreet = computed(() => me.value?.offices.some((o) => o.kind === 'STREET') ?? false);
  const duties = computed(() => ({
    // Until it is known who this is, the offices' places stand there as always.
    office: me.value !== null || !loaded.value,
    platform: isPlatform.value,
    member: estates.value.length > 0,
  }));

  async function load(): Promise<void> {
    if (loaded.value) return;
    const person = await session.person();
    const [office, own] = await Promise.all([
      fetchMe(),
      person?.belongsToEstates ? fetchMyEstates() : Promise.resolve([]),
    ]);
    me.value = office;
    estates.value = own;
    name.value = office?.name || office?.username || person?.name || '';
    loaded.value = true;
  }

  return { me, estates, name, duties, isPlatform, isStreet, load };
});

async function fetchMe(): Promise<Me | null> {
  try {
    return await answer(api.GET('/api/platform/me'));
  } catch (error) {
    // Refused: signed in, but without an office. Anything else is a fault.
    if (error instanceof ApiProblem && error.problem.status === FORBIDDEN) return null;
    throw error;
  }
}
