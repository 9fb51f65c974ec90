import { MINI_PROGRAM } from '@/platform/platform';

/**
 * Runs while no other window of this browser does. They share one cookie, and a refresh token used twice ends the
 * sign-in. A mini program has one window, an old browser takes the risk.
 */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  if (MINI_PROGRAM || typeof navigator === 'undefined' || !navigator.locks) return work();
  return navigator.locks.request('yuanlin.refresh', work) as Promise<T>;
}
