import { describe, expect, it } from 'vitest';
import type { Unit } from './api';
import { areaOf, becomesLine, becomesOf, mustSayState, sameUnit } from './becoming';

const unit: Unit = {
  id: 'u1',
  number: '3幢2单元502室',
  building: '3幢',
  entrance: '2单元',
  room: '502室',
  areaDm2: 8936,
  areaSource: 'CONTRACT',
  use: 'HOUSE',
  state: 'UNSOLD',
};

describe('an area', () => {
  it.each([
    ['89.36', 8936],
    ['89.3', 8930],
    [' 89 ', 8900],
    ['0.01', 1],
    // As a product of a computer's own fraction this would be 113.99999999999999.
    ['1.14', 114],
  ])('is read from %s', (text, squareDecimetres) => expect(areaOf(text)).toBe(squareDecimetres));

  it.each(['', '0', '0.00', '89.361', '-1', '1,000', '89.36 m²'])('is not read from %s', (text) =>
    expect(areaOf(text)).toBeNull(),
  );
});

it('must say what a unit of the developer’s becomes, and of no other', () => {
  expect(mustSayState('TRANSFER', unit)).toBe(true);
  expect(mustSayState('COURT', { state: 'UNDELIVERED' })).toBe(true);
  expect(mustSayState('TRANSFER', { state: 'SOLD' })).toBe(false);
  expect(mustSayState('CORRECTION', unit)).toBe(false);
  expect(mustSayState('DEATH', unit)).toBe(false);
});

it('sends what was filled in, as far as the kind of change may say it', () => {
  const draft = { state: 'SOLD', area: '89.37', use: 'SHOP', areaSource: 'REGISTER' } as const;
  expect(becomesOf('TRANSFER', unit, draft)).toEqual({ state: 'SOLD' });
  expect(becomesOf('TRANSFER', { ...unit, state: 'SOLD' }, draft)).toBeUndefined();
  expect(becomesOf('CORRECTION', unit, draft)).toEqual({
    state: 'SOLD',
    areaDm2: 8937,
    use: 'SHOP',
    areaSource: 'REGISTER',
  });
  expect(becomesOf('CORRECTION', unit, sameUnit())).toBeUndefined();
});

it('says in words what becomes of the unit', () => {
  expect(becomesLine(unit, { state: 'SOLD', areaDm2: 8937 })).toBe(
    '状态由未售改为已售；专有面积由89.36 m²改为89.37 m²',
  );
  expect(becomesLine(unit, { areaDm2: 8936 })).toBe('');
});
