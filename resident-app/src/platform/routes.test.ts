import { expect, it } from 'vitest';
import { address, routes, safeNext } from './routes';

it('writes addresses without what is unknown', () => {
  expect(address(routes.accept, { code: 'A 1', estate: undefined })).toBe('/membership/accept?code=A%201');
  expect(address(routes.home)).toBe('/home/home');
});

it('goes on to a page of the app only', () => {
  expect(safeNext('/membership/accept?code=A1')).toBe('/membership/accept?code=A1');
  expect(safeNext('%2Fmembership%2Fbind')).toBe('/membership/bind');
  for (const elsewhere of ['//evil.example', 'https://evil.example', '/nowhere', '%', '', undefined]) {
    expect(safeNext(elsewhere)).toBe(routes.home);
  }
});
