import { describe, expect, it } from 'vitest';
import type { Holder, Unit } from './api';
import { sameUnit } from './becoming';
import { areWhole, effectsOf, faultOf, formOf, known, newHolder, shareOf } from './change';

const holder: Holder = {
  person: 'p1',
  name: '演示业主甲',
  kind: 'PERSON',
  phone: '138****8000',
  share: '1/1',
  nominated: false,
  representative: null,
  representativePerson: null,
};
const unit = { id: 'u1', state: 'SOLD' } as Unit;
const draft = {
  kind: 'TRANSFER' as const,
  effectiveOn: '2026-11-20',
  reason: ' 买卖 ',
  becomes: sameUnit(),
};

describe('shares', () => {
  it.each([
    ['1', [1, 1]],
    [' 1/3 ', [1, 3]],
    ['2／3', [2, 3]],
  ])('reads %s', (text, share) => expect(shareOf(text)).toEqual(share));

  it.each(['', '0', '0/3', '4/3', '1/0', '50%', '1/1000001', '-1/2'])('takes no share from %s', (text) =>
    expect(shareOf(text)).toBeNull(),
  );

  it('adds up exactly, also where a computer’s own fractions would not', () => {
    expect(
      areWhole([
        [1, 3],
        [1, 3],
        [1, 3],
      ]),
    ).toBe(true);
    expect(
      areWhole([
        [499_999, 1_000_000],
        [1, 2],
      ]),
    ).toBe(false);
    expect(areWhole(Array.from({ length: 200 }, () => [1, 200] as const))).toBe(true);
  });
});

describe('holders together', () => {
  it('may be nobody after a death only', () => {
    expect(faultOf('DEATH', [])).toBe('');
    expect(faultOf('TRANSFER', [])).toContain('至少');
  });

  it('must be the whole, with one voter at most', () => {
    const half = { ...newHolder(), name: '甲', share: '1/2' };
    expect(faultOf('TRANSFER', [half])).toContain('合计');
    const voter = { ...half, nominated: true };
    expect(faultOf('TRANSFER', [voter, voter])).toContain('一位表决代表');
    expect(faultOf('TRANSFER', [voter, half])).toBe('');
  });

  it('name whoever a representative’s number is of', () => {
    expect(faultOf('TRANSFER', [{ ...newHolder(), representativePhone: '13800000000' }])).toContain('姓名');
  });
});

it('sends who is known by their row, and of others what was filled in only', () => {
  const entered = {
    ...newHolder(),
    name: ' 演示业主乙 ',
    share: '1/2',
    idNumber: 'e1234567x',
    idType: 'PASSPORT' as const,
  };
  const form = formOf(unit, draft, [{ ...known(holder), share: '1/2', nominated: true }, entered]);
  expect(JSON.parse(JSON.stringify(form))).toEqual({
    unit: 'u1',
    kind: 'TRANSFER',
    effectiveOn: '2026-11-20',
    reason: '买卖',
    holders: [
      { person: 'p1', shareNumerator: 1, shareDenominator: 2, nominated: true },
      {
        newPerson: { kind: 'PERSON', name: '演示业主乙', idType: 'PASSPORT', idNumber: 'E1234567X' },
        shareNumerator: 1,
        shareDenominator: 2,
        nominated: false,
      },
    ],
  });
});

it('keeps a guardian by their row until another name is written', () => {
  const minor = known({ ...holder, representative: '演示监护人', representativePerson: 'p9' });
  expect(formOf(unit, draft, [minor]).holders[0]!.representative).toEqual({ person: 'p9' });
  const other = { ...minor, representative: '演示监护人乙', representativePhone: '13800000000' };
  expect(formOf(unit, draft, [other]).holders[0]!.representative).toEqual({
    newPerson: { kind: 'PERSON', name: '演示监护人乙', phone: '13800000000' },
  });
  expect(formOf(unit, draft, [{ ...minor, representative: '' }]).holders[0]!.representative).toBeUndefined();
});

it('tells whose rights end and who holds the unit then', () => {
  const effects = effectsOf([holder], [{ ...newHolder(), name: '演示业主乙' }], unit, draft);
  expect(effects[0]).toContain('演示业主甲不再是业主');
  expect(effects[1]).toContain('演示业主乙');
  expect(effectsOf([holder], [known(holder)], unit, draft)[0]).toContain('业主为：演示业主甲');
  expect(effectsOf([], [], unit, draft)[0]).toContain('暂时没有业主');
});
