import { onScopeDispose, ref, watch, type Ref } from 'vue';

const PAUSE_MS = 300;

/** What is being typed, handed on after a pause or at once with Enter. */
export function useTypedText(settled: Ref<string>) {
  const text = ref(settled.value);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = () => {
    clearTimeout(timer);
    if (settled.value !== text.value) settled.value = text.value;
  };
  watch(text, () => {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE_MS);
  });
  watch(settled, (value) => (text.value = value));
  onScopeDispose(() => clearTimeout(timer));
  return { text, now };
}
