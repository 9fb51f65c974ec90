import { expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering } from '../../tests/platform';
import { currentEstate } from '@/estates/current';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import accept from './accept.vue';

const ACCEPTANCE = 'POST /api/estates/disai-yuanyuan/invitations/K7MW3QPX9T/acceptance';
const given = { accessToken: 'access-1', expiresIn: 300, refreshToken: null, newAccount: false };

it('joins a household under the name that it will read', async () => {
  consent.decide(true);
  currentEstate.choose({ slug: 'disai-yuanyuan', name: '迪赛缘园' });
  session.begin(given);
  const { asked } = answering({
    [ACCEPTANCE]: { binding: 'b-1', state: 'VERIFIED' },
    'POST /api/identity/sessions/refresh': given,
  });
  const page = await openPage(accept);
  await page.type('code', 'K7MW3QPX9T');
  await page.press('accept');
  expect(asked).toEqual([]);
  await page.type('name', '余苇星');
  await page.press('accept');
  expect(asked[0]).toMatchObject({ key: ACCEPTANCE, body: { name: '余苇星' } });
  expect(page.has('accepted')).toBe(true);
});
