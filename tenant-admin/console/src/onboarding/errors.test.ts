import { describe, expect, it } from 'vitest';
import { pageOf } from '@/ui/pages';
import { matching } from './errors';
import { refusalOf, WORKBOOK_BYTES_AT_MOST } from './file';
import { isSlug } from './slug';

const error = (sheet: string, cell: string, message: string) => ({
  sheet,
  cell,
  column: '手机号',
  code: 'X',
  message,
});
const errors = [error('业主', 'C17', '手机号应为11位'), error('户', 'D204', '面积应为数字')];

describe('cell errors', () => {
  it('are found by sheet, by cell and by words', () => {
    expect(matching(errors, { sheet: '户', text: '' })).toEqual([errors[1]]);
    expect(matching(errors, { sheet: '', text: 'c17' })).toEqual([errors[0]]);
    expect(matching(errors, { sheet: '', text: ' 面积 ' })).toEqual([errors[1]]);
    expect(matching(errors, { sheet: '户', text: 'C17' })).toEqual([]);
  });

  it('are shown a page at a time, held within what there is', () => {
    const all = Array.from({ length: 101 }, (_, i) => i);
    expect(pageOf(all, 0)).toMatchObject({ from: 1, to: 50, isLast: false });
    expect(pageOf(all, 2)).toMatchObject({ from: 101, to: 101, isLast: true });
    expect(pageOf(all, 9)).toMatchObject({ page: 2 });
    expect(pageOf([], 0)).toMatchObject({ from: 0, to: 0, isLast: true });
  });
});

describe('a file', () => {
  it('may be 20 MB and not a byte more', () => {
    expect(refusalOf({ name: '业主.xlsx', size: WORKBOOK_BYTES_AT_MOST })).toBeNull();
    expect(refusalOf({ name: '业主.xlsx', size: WORKBOOK_BYTES_AT_MOST + 1 })).toContain('超过 20 MB');
  });

  it('must be an .xlsx with something in it', () => {
    expect(refusalOf({ name: '业主.xls', size: 10 })).toContain('.xlsx');
    expect(refusalOf({ name: '业主.XLSX', size: 10 })).toBeNull();
    expect(refusalOf({ name: '业主.xlsx', size: 0 })).toContain('空');
  });
});

it('knows a slug when it sees one', () => {
  for (const good of ['disai-yuanyuan', 'abc', 'e2-b']) expect(isSlug(good), good).toBe(true);
  for (const bad of ['ab', 'Abc', '2bc', 'a--b', 'ab-', '-ab', 'a b', `a${'b'.repeat(40)}`]) {
    expect(isSlug(bad), bad).toBe(false);
  }
});
