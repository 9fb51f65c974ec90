import { expect, it } from 'vitest';
import { parseSizes, percentOf, progressOf } from './waves';

it('reads wave sizes as people type them', () => {
  expect(parseSizes('10, 50，200')).toEqual([10, 50, 200]);
  expect(parseSizes('  ')).toBeUndefined();
  expect(parseSizes('10, x')).toBeNull();
  expect(parseSizes('0')).toBeNull();
});

it('says complete only when it is complete', () => {
  expect(percentOf(999, 1000)).toBe(99);
  expect(percentOf(1000, 1000)).toBe(100);
  expect(percentOf(1, 1000)).toBe(1);
  expect(percentOf(0, 1000)).toBe(0);
  expect(percentOf(0, 0)).toBe(0);
});

it('adds up the waves', () => {
  const wave = (done: number, failed: number, total: number) => ({
    number: 1,
    canary: false,
    done,
    failed,
    total,
  });
  expect(progressOf({ waves: [wave(2, 0, 2), wave(40, 3, 50)] })).toEqual({ done: 42, failed: 3, total: 52 });
});
