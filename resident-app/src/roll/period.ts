import type { ObjectionPeriod } from '@/api/types';

export type Phase = 'open' | 'ahead' | 'over';

/** @param today ten digits of a day in Shanghai; days of that form sort as text */
export function phaseOf({ from, to }: ObjectionPeriod, today: string): Phase {
  if (today < from) return 'ahead';
  return today > to ? 'over' : 'open';
}

/** The one that concerns people now: open, else the next one, else the last. */
export function current(periods: ObjectionPeriod[], today: string): ObjectionPeriod | null {
  const inPhase = (phase: Phase) => periods.filter((period) => phaseOf(period, today) === phase);
  const ahead = inPhase('ahead').sort((a, b) => (a.from < b.from ? -1 : 1));
  const over = inPhase('over').sort((a, b) => (a.to > b.to ? -1 : 1));
  return inPhase('open')[0] ?? ahead[0] ?? over[0] ?? null;
}
