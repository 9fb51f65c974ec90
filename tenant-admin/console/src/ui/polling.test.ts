import { effectScope } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nextWait, usePolling } from './usePolling';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits a second while things move and longer while nothing does', () => {
  expect(nextWait(5000, true)).toBe(1000);
  expect(nextWait(1000, false)).toBe(1500);
  expect(nextWait(9000, false)).toBe(10_000);
});

it('looks until told to stop, and goes on after a failure', async () => {
  const answers = ['moved', new Error('line broken'), 'same', 'stop'];
  const look = vi.fn(async () => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next as 'moved' | 'same' | 'stop';
  });
  const scope = effectScope();
  scope.run(() => usePolling(look).start());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look).toHaveBeenCalledTimes(4);
  scope.stop();
});

it('ends with the page', async () => {
  const look = vi.fn(async () => 'same' as const);
  const scope = effectScope();
  scope.run(() => usePolling(look).start());
  scope.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look).not.toHaveBeenCalled();
});
