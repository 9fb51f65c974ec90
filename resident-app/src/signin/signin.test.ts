import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering, phone } from '../../tests/platform';
import { currentEstate } from '@/estates/current';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import signin from './signin.vue';

const CODES = 'POST /api/identity/sms-codes';
const SESSIONS = 'POST /api/identity/sessions/sms';
const given = { accessToken: 'access-1', expiresIn: 300, refreshToken: null, newAccount: true };

beforeEach(() => {
  session.restore();
  currentEstate.restore();
  consent.decide(true);
});

it('sends a code, waits before another, and signs in with it', async () => {
  const { asked } = answering({
    [CODES]: { status: 202, body: { resendAfterSeconds: 60 } },
    [SESSIONS]: given,
  });
  const page = await openPage(signin);
  await page.type('phone', '13800008000');
  await page.press('send-code');
  expect(page.wrapper.text()).toContain('138****8000');
  expect(page.part('send-code').attributes('disabled')).toBeDefined();
  await page.type('code', '123456');
  await page.press('enter');
  expect(asked.map((q) => [q.key, q.body])).toEqual([
    [CODES, { phone: '13800008000' }],
    [SESSIONS, { phone: '13800008000', code: '123456', client: 'H5' }],
  ]);
  expect(session.signedIn.value).toBe(true);
  expect(phone.reLaunch).toHaveBeenCalledWith({ url: '/estates/choose?next=%2Fhome%2Fhome' });
});

it('asks nobody while something is wrong', async () => {
  const { asked } = answering({});
  const page = await openPage(signin);
  await page.type('phone', '1380000');
  await page.press('send-code');
  expect(page.wrapper.text()).toContain('请填写 11 位手机号');
  await page.press('enter');
  expect(page.wrapper.text()).toContain('验证码是 6 位数字');
  expect(asked).toEqual([]);
});

it('says why a code was refused and keeps what was typed', async () => {
  answering({
    [SESSIONS]: { status: 422, body: { title: '验证码不对', detail: '还可以再试 4 次。' } },
  });
  const page = await openPage(signin);
  await page.type('phone', '13800008000');
  await page.type('code', '000000');
  await page.press('enter');
  expect(page.part('problem').text()).toContain('还可以再试 4 次。');
  expect((page.part('phone').element as HTMLInputElement).value).toBe('13800008000');
  expect(session.signedIn.value).toBe(false);
});

it('names its inputs for those who hear the page', async () => {
  const page = await openPage(signin);
  const input = page.part('phone');
  const label = document.getElementById(input.attributes('aria-labelledby') ?? '');
  expect(label?.textContent).toBe('手机号');
  expect(page.part('code').attributes('autocomplete')).toBe('one-time-code');
});
