import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering, phone } from '../../tests/platform';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import page from './phone.vue';

const OLD_CODES = 'POST /api/identity/me/sms-codes';
const NEW_CODES = 'POST /api/identity/sms-codes';
const PROOF = 'POST /api/identity/me/phone-proof';
const CHANGE = 'POST /api/identity/phone-change';
const SIGN_OUT = 'POST /api/identity/sessions/sign-out';
const sent = { status: 202, body: { resendAfterSeconds: 60 } };
const done = { status: 204, body: '' };
const wrongCode = { status: 422, body: { type: '/problems/sms-code-wrong', title: '验证码不正确' } };

beforeEach(() => {
  consent.decide(true);
  session.begin({ accessToken: 'access-1', expiresIn: 300, refreshToken: null, newAccount: false });
});

async function filled(answers: Record<string, unknown>) {
  const { asked } = answering({ [OLD_CODES]: sent, [NEW_CODES]: sent, [SIGN_OUT]: done, ...answers });
  const open = await openPage(page);
  await open.type('phone', '13800008001');
  await open.type('new-code', '222222');
  return { asked, open, keys: () => asked.map(({ key }) => key) };
}

it('asks for no code of a number that is none', async () => {
  const { asked } = answering({});
  const open = await openPage(page);
  await open.type('phone', '123');
  await open.press('send-new-code');
  expect(open.wrapper.text()).toContain('请填写 11 位手机号');
  expect(asked).toEqual([]);
});

it('shows the old phone, then moves to the new one, and stays signed in', async () => {
  const { asked, open, keys } = await filled({ [PROOF]: done, [CHANGE]: done });
  await open.press('send-old-code');
  await open.press('send-new-code');
  await open.type('old-code', '111111');
  await open.press('change-phone');
  expect(keys()).toEqual([OLD_CODES, NEW_CODES, PROOF, CHANGE]);
  expect(asked.slice(1).map(({ body }) => body)).toEqual([
    { phone: '13800008001' },
    { code: '111111' },
    { phone: '13800008001', code: '222222' },
  ]);
  expect(session.signedIn.value).toBe(true);
});

it('says which of the two codes was wrong, and shows the old phone once', async () => {
  const answers: Record<string, unknown> = { [PROOF]: wrongCode, [CHANGE]: wrongCode };
  const { open, keys } = await filled(answers);
  await open.type('old-code', '111111');
  const oldCodeIsWrong = () => open.part('old-code').attributes('aria-invalid') === 'true';
  await open.press('change-phone');
  expect([oldCodeIsWrong(), keys()]).toEqual([true, [PROOF]]);
  Object.assign(answers, { [PROOF]: done });
  const again = await filled(answers);
  await again.open.type('old-code', '111111');
  await again.open.press('change-phone');
  await again.open.press('change-phone');
  expect(again.open.part('new-code').attributes('aria-invalid')).toBe('true');
  expect(again.keys()).toEqual([PROOF, CHANGE, CHANGE]);
});

it('signs in anew who has the old phone no more', async () => {
  const { open, keys } = await filled({ [CHANGE]: done });
  await open.press('choose-gone');
  expect(open.has('old-code')).toBe(false);
  await open.press('change-phone');
  expect(keys()).toEqual([CHANGE, SIGN_OUT]);
  expect(session.signedIn.value).toBe(false);
  expect(phone.reLaunch).toHaveBeenCalledWith({ url: '/signin/signin' });
});
