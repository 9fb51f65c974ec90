import { computed, reactive, readonly, ref, watchEffect } from 'vue';
import { MINI_PROGRAM } from '@/platform/platform';
import { storage } from '@/platform/storage';

export type Theme = 'system' | 'light' | 'dark';

interface Choice {
  theme: Theme;
  /** 关怀版: large type, high contrast, fewer things. */
  care: boolean;
}

const KEPT = 'looks';
const LARGER = 1.15;
const LARGEST = 1.35;

const choice = reactive<Choice>({ theme: 'system', care: false });
const systemDark = ref(false);
/** How much larger than usual the system writes. */
const systemScale = ref(1);

const dark = computed(() => choice.theme === 'dark' || (choice.theme === 'system' && systemDark.value));
const size = computed(() =>
  systemScale.value >= LARGEST ? 'largest' : systemScale.value >= LARGER ? 'larger' : '',
);

export const looks = {
  choice: readonly(choice),
  dark,

  /** Classes of a page's root: they carry the tokens. */
  classes: computed(() =>
    ['app', dark.value ? 'dark' : '', choice.care ? 'care' : '', size.value].filter(Boolean).join(' '),
  ),

  choose(change: Partial<Choice>): void {
    Object.assign(choice, change);
    storage.write(KEPT, { ...choice });
  },

  /** Takes up what was chosen last time, and follows the system. */
  start(): void {
    Object.assign(choice, storage.read<Choice>(KEPT));
    if (MINI_PROGRAM) followWechat();
    else followBrowser();
  },
};

function followWechat(): void {
  const info = uni.getAppBaseInfo() as { theme?: string; fontSizeScaleFactor?: number };
  systemDark.value = info.theme === 'dark';
  systemScale.value = info.fontSizeScaleFactor ?? 1;
  uni.onThemeChange(({ theme }) => (systemDark.value = theme === 'dark'));
}

function followBrowser(): void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  systemDark.value = query.matches;
  query.addEventListener?.('change', (e) => (systemDark.value = e.matches));
  // Behind the page, where it is pulled over its end.
  watchEffect(() => document.documentElement.classList.toggle('dark', dark.value));
}
