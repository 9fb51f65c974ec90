import { expect, it } from 'vitest';
import { isLeaseEnd } from './lease';

const NOW = new Date('2026-11-22T17:00:00Z');

it('takes days to come only, as Shanghai counts them', () => {
  expect(isLeaseEnd('2026-11-23', NOW)).toBe(true);
  expect(isLeaseEnd('2026-11-22', NOW)).toBe(false);
  expect(isLeaseEnd('2028-02-29', NOW)).toBe(true);
});

it('takes only days that exist', () => {
  for (const no of ['2027-02-29', '2027-13-01', '2027-6-30', '20270630', '']) {
    expect(isLeaseEnd(no, NOW), no).toBe(false);
  }
});
