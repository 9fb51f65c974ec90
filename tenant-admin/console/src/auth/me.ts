import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { answer, api } from '@/api/client';
import type { Me } from '@/api/types';

export const useMe = defineStore('me', () => {
  const me = ref<Me | null>(null);
  const isPlatform = computed(() => me.value?.roles.includes('platform-admin') ?? false);
  const isStreet = computed(() => me.value?.offices.some((o) => o.kind === 'STREET') ?? false);

  async function load(): Promise<Me> {
    me.value ??= await answer(api.GET('/api/platform/me'));
    return me.value;
  }

  return { me, isPlatform, isStreet, load };
});
