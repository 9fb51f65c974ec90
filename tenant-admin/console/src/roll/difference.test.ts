import { expect, it } from 'vitest';
import { changed, linesOf, type Compared } from './difference';

const side = (more: Partial<Compared['after']> = {}): Compared['after'] => ({
  areaDm2: 8936,
  areaSource: 'REGISTER',
  state: 'SOLD',
  use: 'HOUSE',
  holders: [{ name: '演示业主甲', share: '1/1', nominated: false, representative: '' }],
  ...more,
});

it('writes a unit in lines: what it is, then each holder', () => {
  expect(linesOf(side())).toEqual(['住宅、89.36 m²、不动产登记、已售', '演示业主甲']);
  expect(linesOf(side({ holders: [] }))[1]).toBe('没有业主');
});

it('marks what differs by as little as one dm²', () => {
  expect(changed(side({ areaDm2: 8937 }), side()).map((line) => line.differs)).toEqual([true, false]);
  expect(changed(side(), side()).some((line) => line.differs)).toBe(false);
});

it('marks all of a unit that is new', () => {
  expect(changed(side(), null).every((line) => line.differs)).toBe(true);
});
