import { ref, watchEffect } from 'vue';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const systemDark = ref(dark.matches);
dark.addEventListener('change', (e) => (systemDark.value = e.matches));

export const themeChoice = ref<ThemeChoice>(stored());
export const isDark = ref(false);

watchEffect(() => {
  isDark.value = themeChoice.value === 'dark' || (themeChoice.value === 'system' && systemDark.value);
  document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light';
});

export function chooseTheme(choice: ThemeChoice): void {
  themeChoice.value = choice;
  localStorage.setItem(KEY, choice);
}

function stored(): ThemeChoice {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}
