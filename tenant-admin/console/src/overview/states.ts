import type { EstateState } from '@/api/types';
import { count } from '@/format';
import { m } from '@/messages';
import type { Bar } from '@/ui/bars';
import { markOf, type Tone } from '@/ui/state';

const COLOURS: Record<Tone, string> = {
  good: 'brand',
  warn: 'warn',
  bad: 'bad',
  brand: 'brand',
  idle: 'line-strong',
};

const ORDER: EstateState[] = [
  'ACTIVE',
  'SUSPENDED',
  'PROVISIONING',
  'VERIFIED',
  'APPLIED',
  'REJECTED',
  'ARCHIVED',
];

export interface StateCount {
  state: EstateState;
  number: number;
}

/** States from the liveliest to the stillest; those without estates are left out. */
export function inOrder(counts: Partial<Record<string, number>>): StateCount[] {
  return ORDER.map((state) => ({ state, number: counts[state] ?? 0 })).filter((s) => s.number > 0);
}

export function barOf({ state, number }: StateCount): Bar {
  return {
    label: m.estateState[state] ?? state,
    value: number,
    shown: count(number),
    colour: COLOURS[markOf(state).tone],
  };
}
