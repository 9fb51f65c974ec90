import { describe, expect, it } from 'vitest';
import { ago, area, count, date, dateTime, dayOf, door, masked, money } from './format';

const NOW = new Date('2026-11-22T04:00:00Z');

describe('dates', () => {
  it('are written in Shanghai, without the year when it is this one', () => {
    expect(dateTime('2026-11-22T04:00:00Z', NOW)).toBe('11月22日 周日 12:00');
    expect(date('2026-11-22', NOW)).toBe('11月22日');
  });

  it('carry the year when it is another one', () => {
    expect(dateTime('2025-12-31T15:59:00Z', NOW)).toBe('2025年12月31日 周三 23:59');
    expect(date('2025-12-31T16:00:00Z', NOW)).toBe('1月1日');
  });

  it('are relative only under an hour', () => {
    expect(ago('2026-11-22T03:59:40Z', NOW)).toBe('刚刚');
    expect(ago('2026-11-22T03:00:01Z', NOW)).toBe('59 分钟前');
    expect(ago('2026-11-22T03:00:00Z', NOW)).toBe('11月22日 周日 11:00');
  });

  it('begin in Shanghai, not in Greenwich', () => {
    expect(dayOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  });
});

it('writes money with two decimals', () => {
  expect(money(1250)).toBe('¥12.50');
  expect(money(5)).toBe('¥0.05');
  expect(money(-5)).toBe('-¥0.05');
  expect(money(123_456_789)).toBe('¥1,234,567.89');
});

it('writes areas with two decimals and counts with thousands', () => {
  expect(area(8936)).toBe('89.36 m²');
  expect(area(8900)).toBe('89.00 m²');
  expect(count(999)).toBe('999');
  expect(count(1_000_000)).toBe('1,000,000');
});

it('writes doors with and without an entrance', () => {
  expect(door({ building: '3', entrance: '2', room: '502' })).toBe('3幢2单元502室');
  expect(door({ building: '12', entrance: null, room: '502A' })).toBe('12幢502A室');
  expect(door({ building: '3号楼', entrance: '2单元', room: '502室' })).toBe('3幢2单元502室');
});

it('hides the middle of a mobile number', () => {
  expect(masked('13800008000')).toBe('138****8000');
});
