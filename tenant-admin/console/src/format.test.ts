import { describe, expect, it } from 'vitest';
import { ago, area, count, date, dateTime, fileSize, lasted, money, today } from './format';

const NOW = new Date('2026-11-22T04:00:00Z');

describe('dates', () => {
  it('are written in Shanghai, without the year when it is this one', () => {
    expect(dateTime('2026-11-22T04:00:00Z', NOW)).toBe('11月22日 周日 12:00');
  });

  it('carry the year when it is another one', () => {
    expect(dateTime('2025-12-31T15:59:00Z', NOW)).toBe('2025年12月31日 周三 23:59');
    expect(date('2025-12-31T16:00:00Z', NOW)).toBe('1月1日');
  });

  it('name today as it is in Shanghai', () => {
    expect(today(new Date('2026-11-21T15:59:00Z'))).toBe('2026-11-21');
    expect(today(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  });

  it('say midnight as 00:00, never 24:00', () => {
    expect(dateTime('2026-11-21T16:00:00Z', NOW)).toBe('11月22日 周日 00:00');
  });

  it('are relative only under an hour', () => {
    expect(ago('2026-11-22T03:59:40Z', NOW)).toBe('刚刚');
    expect(ago('2026-11-22T03:00:01Z', NOW)).toBe('59 分钟前');
    expect(ago('2026-11-22T03:00:00Z', NOW)).toBe('11月22日 周日 11:00');
  });

  it('show a dash for what has not happened', () => {
    expect(dateTime(null, NOW)).toBe('—');
  });
});

describe('money', () => {
  it('always has two decimals', () => {
    expect(money(1250)).toBe('¥12.50');
    expect(money(0)).toBe('¥0.00');
    expect(money(5)).toBe('¥0.05');
    expect(money(-5)).toBe('-¥0.05');
    expect(money(123_456_789)).toBe('¥1,234,567.89');
  });
});

it('writes areas with two decimals', () => {
  expect(area(8936)).toBe('89.36 m²');
  expect(area(8900)).toBe('89.00 m²');
});

it('counts with thousands and dashes what is unknown', () => {
  expect(count(30000)).toBe('30,000');
  expect(count(null)).toBe('—');
});

it('tells how long a step took', () => {
  expect(lasted('2026-11-22T03:59:00.000Z', '2026-11-22T03:59:00.420Z')).toBe('420 毫秒');
  expect(lasted('2026-11-22T03:59:00Z', '2026-11-22T03:59:01.500Z')).toBe('1.5 秒');
  expect(lasted('2026-11-22T03:58:00Z', null, NOW)).toBe('2 分 0 秒');
});

it('writes file sizes', () => {
  expect(fileSize(412_333)).toBe('403 KB');
  expect(fileSize(20 * 1024 * 1024)).toBe('20.0 MB');
});
