import { expect, it } from 'vitest';
import { Trail } from './trail';

it('counts pages and walks back the way it came', () => {
  const third = new Trail(undefined).forward('a').forward('b');
  expect(third.number).toBe(3);
  expect(third.current).toBe('b');
  expect(third.back().current).toBe('a');
  expect(third.back().back().current).toBeUndefined();
  expect(third.back().back().hasPrevious).toBe(false);
});

it('does not pretend to know the number of a page entered by a shared address', () => {
  const shared = new Trail('m');
  expect(shared.number).toBeNull();
  expect(shared.forward('n').number).toBeNull();
  expect(shared.hasPrevious).toBe(false);
});
