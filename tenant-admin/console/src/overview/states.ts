import type { EstateState } from '@/api/types';

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
