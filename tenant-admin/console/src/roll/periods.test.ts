import { expect, it } from 'vitest';
import { stateOn } from './periods';

it.each([
  ['2026-11-09', 'AHEAD'],
  ['2026-11-10', 'OPEN'],
  ['2026-11-20', 'OPEN'],
  ['2026-11-21', 'DONE'],
] as const)('a period is on from its first to its last day: %s', (today, state) =>
  expect(stateOn(today, '2026-11-10', '2026-11-20')).toBe(state),
);
