import { expect, it } from 'vitest';
import { safeReturn } from './session';

it('returns to a page of the console only', () => {
  expect(safeReturn('/estates?state=ACTIVE')).toBe('/estates?state=ACTIVE');
  for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', '', undefined, 7]) {
    expect(safeReturn(elsewhere)).toBe('/');
  }
});
