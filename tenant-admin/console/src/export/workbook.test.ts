import { describe, expect, it } from 'vitest';
import { columnName, workbookBytes } from './workbook';
import { crc32, zip } from './zip';

it('knows the check sum of the textbook', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

it('ends with a directory that counts its files', () => {
  const bytes = zip({ a: 'x', b: 'y' });
  const view = new DataView(bytes.buffer, bytes.length - 22);
  expect(view.getUint32(0, true)).toBe(0x06054b50);
  expect(view.getUint16(10, true)).toBe(2);
});

describe('a workbook', () => {
  it('names columns like a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('keeps a formula as the text somebody typed', () => {
    const columns = [{ key: 'name', label: '小区', text: (r: { name: string }) => r.name }];
    const bytes = workbookBytes('小区', columns, [{ name: '=HYPERLINK("x")&<b>' }]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(
      't="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)&amp;&lt;b&gt;</t>',
    );
  });
});
