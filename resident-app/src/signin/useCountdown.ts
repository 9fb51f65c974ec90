import { onScopeDispose, ref } from 'vue';

/** Counts whole seconds down; right again when the phone comes back from sleep. */
export function useCountdown() {
  const left = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;

  function stop(): void {
    clearInterval(timer);
  }

  function start(seconds: number): void {
    const endsAt = Date.now() + seconds * 1000;
    const look = () => {
      left.value = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
      if (left.value === 0) stop();
    };
    stop();
    timer = setInterval(look, 1000);
    look();
  }

  onScopeDispose(stop);
  return { left, start };
}
