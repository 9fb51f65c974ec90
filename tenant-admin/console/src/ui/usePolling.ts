import { onScopeDispose } from 'vue';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 10_000;
const GROWTH = 1.5;

/** The next wait: a second while things move, growing while nothing does. */
export function nextWait(waitMs: number, moved: boolean): number {
  return moved ? FIRST_WAIT_MS : Math.min(LONGEST_WAIT_MS, Math.round(waitMs * GROWTH));
}

/**
 * Looks again and again until told to stop.
 * `look` answers 'moved', 'same' or 'stop'; a failed look counts as 'same'.
 */
export function usePolling(look: () => Promise<'moved' | 'same' | 'stop'>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let running = false;

  async function turn(): Promise<void> {
    const outcome = await look().catch(() => 'same' as const);
    if (!running) return;
    if (outcome === 'stop') return stop();
    wait = nextWait(wait, outcome === 'moved');
    timer = setTimeout(turn, wait);
  }

  function start(): void {
    stop();
    running = true;
    wait = FIRST_WAIT_MS;
    timer = setTimeout(turn, wait);
  }

  function stop(): void {
    running = false;
    clearTimeout(timer);
  }

  const onVisible = () => {
    if (document.visibilityState === 'visible' && running) start();
  };
  document.addEventListener('visibilitychange', onVisible);
  onScopeDispose(() => {
    stop();
    document.removeEventListener('visibilitychange', onVisible);
  });
  return { start, stop };
}
