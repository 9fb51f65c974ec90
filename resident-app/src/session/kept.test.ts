import { expect, it } from 'vitest';
import { keptOnPhone } from '../../tests/platform';
import { keptAnswers } from './kept';
import { session } from './session';

it('keeps the last answers and forgets the oldest', () => {
  for (let n = 0; n < 20; n += 1) keptAnswers.write(`list.${n}`, [n]);
  expect(keptAnswers.read('list.19')?.value).toEqual([19]);
  expect(keptAnswers.read('list.0')).toBeNull();
  expect(Object.keys(keptOnPhone()).filter((name) => name.startsWith('yuanlin.kept.'))).toHaveLength(12);
});

it('leaves nothing of a person who signed out', async () => {
  session.begin({ accessToken: 'a', expiresIn: 300, refreshToken: null, newAccount: false });
  keptAnswers.write('units', [{ room: '502' }]);
  await session.end(false);
  expect(JSON.stringify(keptOnPhone())).not.toContain('502');
});
