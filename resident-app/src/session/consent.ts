import { computed, ref } from 'vue';
import { storage } from '@/platform/storage';

/** The version of the privacy notice, the day it was issued; a new one is asked for again. */
export const PRIVACY_VERSION = '2026-11-01';

const KEPT = 'consent';

interface Decision {
  version: string;
  agreed: boolean;
  at: string;
}

const decision = ref<Decision | null>(null);

const current = computed(() => (decision.value?.version === PRIVACY_VERSION ? decision.value : null));

/** What the person decided about the privacy notice on this phone. Refusing leaves everything public readable. */
export const consent = {
  decided: computed(() => current.value !== null),
  agreed: computed(() => current.value?.agreed === true),
  agreedAt: computed(() => (current.value?.agreed ? current.value.at : null)),

  restore(): void {
    decision.value = storage.read<Decision>(KEPT);
  },

  decide(agreed: boolean, now = new Date()): void {
    decision.value = { version: PRIVACY_VERSION, agreed, at: now.toISOString() };
    storage.write(KEPT, decision.value);
  },
};
