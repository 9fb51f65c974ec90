import { expect, it } from 'vitest';
import { actsOn } from './lifecycle';

const NOW = new Date('2026-11-22T04:00:00Z');

it('offers what the state allows', () => {
  expect(actsOn({ state: 'ACTIVE', deleteAfter: null }, NOW)).toEqual(['suspend', 'archive']);
  expect(actsOn({ state: 'SUSPENDED', deleteAfter: null }, NOW)).toEqual(['reactivate', 'archive']);
  expect(actsOn({ state: 'PROVISIONING', deleteAfter: null }, NOW)).toEqual([]);
});

it('offers deletion from the instant the grace period ends', () => {
  expect(actsOn({ state: 'ARCHIVED', deleteAfter: '2026-11-22T04:00:00.001Z' }, NOW)).toEqual([]);
  expect(actsOn({ state: 'ARCHIVED', deleteAfter: '2026-11-22T04:00:00Z' }, NOW)).toEqual(['delete']);
});
