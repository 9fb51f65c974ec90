import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering } from '../../tests/platform';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import closing from './closing.vue';

const CODES = 'POST /api/identity/me/sms-codes';
const PROOF = 'POST /api/identity/me/phone-proof';
const CLOSE = 'DELETE /api/identity/me';

beforeEach(() => {
  consent.decide(true);
  session.begin({ accessToken: 'access-1', expiresIn: 300, refreshToken: null, newAccount: false });
});

it('asks nobody without the word and a code', async () => {
  const { asked } = answering({});
  const page = await openPage(closing);
  await page.press('close-account');
  expect(page.wrapper.text()).toContain('请输入“注销”两个字');
  expect(page.wrapper.text()).toContain('验证码是 6 位数字');
  expect(asked).toEqual([]);
});

it('closes nothing for a wrong code', async () => {
  const { asked } = answering({ [PROOF]: { status: 422, body: { title: '验证码不正确' } } });
  const page = await openPage(closing);
  await page.type('typed', '注销');
  await page.type('code', '000000');
  await page.press('close-account');
  expect(page.has('problem')).toBe(true);
  expect(asked.map(({ key }) => key)).toEqual([PROOF]);
});

it('shows the phone once, then closes, also if closing needs a second try', async () => {
  const answers: Record<string, unknown> = {
    [CODES]: { status: 202, body: { resendAfterSeconds: 60 } },
    [PROOF]: { status: 204, body: '' },
    [CLOSE]: { status: 503, body: {} },
  };
  const { asked } = answering(answers);
  const page = await openPage(closing);
  await page.press('send-code');
  await page.type('typed', '注销');
  await page.type('code', '123456');
  await page.press('close-account');
  answers[CLOSE] = { status: 204, body: '' };
  await page.press('close-account');
  const keys = asked.map(({ key }) => key);
  expect(keys.filter((key) => key === PROOF)).toHaveLength(1);
  expect(keys.filter((key) => key === CLOSE)).toHaveLength(2);
});

it('says which estate holds the person, and closes nothing else', async () => {
  const { asked } = answering({
    [PROOF]: { status: 204, body: '' },
    [CLOSE]: {
      status: 409,
      body: {
        type: '/problems/closing-hindered',
        title: '暂时不能注销',
        detail: '迪赛缘园：您是业委会成员。',
      },
    },
  });
  const page = await openPage(closing);
  await page.type('typed', '注销');
  await page.type('code', '123456');
  await page.press('close-account');
  expect(page.wrapper.text()).toContain('迪赛缘园：您是业委会成员。');
  expect(asked.map(({ key }) => key)).toEqual([PROOF, CLOSE]);
  expect(session.signedIn.value).toBe(true);
});
