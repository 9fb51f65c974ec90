import type { Period } from './versions';

export type PeriodState = 'AHEAD' | 'OPEN' | 'DONE';

/** Where a day lies; days are written so that they sort. */
export function stateOn(today: string, from: string, to: string): PeriodState {
  if (today < from) return 'AHEAD';
  return today > to ? 'DONE' : 'OPEN';
}

export const periodState = (period: Period, today: string): PeriodState =>
  stateOn(today, period.from, period.to);
