import { computed, readonly, ref } from 'vue';
import { storage } from '@/platform/storage';

export interface ChosenEstate {
  slug: string;
  name: string;
}

const KEPT = 'estate';
const chosen = ref<ChosenEstate | null>(null);

/** The estate everything on the phone is about; null until one is chosen. */
export const currentEstate = {
  chosen: readonly(chosen),
  slug: computed(() => chosen.value?.slug ?? null),

  restore(): void {
    chosen.value = storage.read<ChosenEstate>(KEPT);
  },

  choose({ slug, name }: ChosenEstate): void {
    chosen.value = { slug, name };
    storage.write(KEPT, chosen.value);
  },
};

/** @throws Error on a page that was opened before an estate was chosen */
export function estateSlug(): string {
  if (!chosen.value) throw new Error('no estate is chosen');
  return chosen.value.slug;
}
