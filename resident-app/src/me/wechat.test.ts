import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering, phone } from '../../tests/platform';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import page from './wechat.vue';

const READ = 'GET /api/identity/me/wechat';
const UNLINK = 'DELETE /api/identity/me/wechat';
const SIGN_OUT = 'POST /api/identity/sessions/sign-out';
const done = { status: 204, body: '' };

beforeEach(() => {
  consent.decide(true);
  session.begin({ accessToken: 'access-1', expiresIn: 300, refreshToken: null, newAccount: false });
});

it('tells who is not linked how to, and offers nothing to end', async () => {
  answering({ [READ]: { linked: false } });
  const open = await openPage(page);
  expect(open.wrapper.text()).toContain('没有绑定微信');
  expect(open.has('unlink')).toBe(false);
});

it('ends the link only after a second word, and the sign-in with it', async () => {
  const { asked } = answering({ [READ]: { linked: true }, [UNLINK]: done, [SIGN_OUT]: done });
  const open = await openPage(page);
  await open.press('unlink');
  expect(asked.map(({ key }) => key)).toEqual([READ]);
  await open.press('sheet-act');
  expect(asked.map(({ key }) => key)).toEqual([READ, UNLINK, SIGN_OUT]);
  expect(session.signedIn.value).toBe(false);
  expect(phone.reLaunch).toHaveBeenCalledWith({ url: '/home/home' });
});

it('stays signed in where the link could not be ended', async () => {
  answering({ [READ]: { linked: true }, [UNLINK]: { status: 503, body: {} } });
  const open = await openPage(page);
  await open.press('unlink');
  await open.press('sheet-act');
  expect(open.has('problem')).toBe(true);
  expect(session.signedIn.value).toBe(true);
});
