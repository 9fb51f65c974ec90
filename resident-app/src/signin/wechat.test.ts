import { expect, it } from 'vitest';
import { answering } from '../../tests/platform';
import { tryWechat } from './wechat';

const SESSIONS = 'POST /api/identity/sessions/wechat';
const given = { accessToken: 'a', expiresIn: 300, refreshToken: 'r', newAccount: false };

function codesOfWechat(): void {
  let n = 0;
  uni.login = (({ success }: { success: (r: object) => void }) => {
    n += 1;
    success({ code: `login-${n}` });
  }) as unknown as typeof uni.login;
}

it('signs in who is known with the login code alone', async () => {
  codesOfWechat();
  const { asked } = answering({ [SESSIONS]: given });
  expect(await tryWechat()).toEqual({ kind: 'in', given });
  expect(asked[0]?.body).toEqual({ loginCode: 'login-1' });
});

it('asks for the phone number when it is needed, and never uses a login code twice', async () => {
  codesOfWechat();
  const { asked } = answering({
    [SESSIONS]: (q: { body: { phoneCode?: string } }) =>
      q.body.phoneCode ? given : { status: 409, body: { type: '/problems/phone-needed' } },
  });
  expect(await tryWechat()).toEqual({ kind: 'phone-needed' });
  expect(await tryWechat('phone-1')).toEqual({ kind: 'in', given });
  expect(asked.map((q) => q.body)).toEqual([
    { loginCode: 'login-1' },
    { loginCode: 'login-2', phoneCode: 'phone-1' },
  ]);
});

it('throws what is neither', async () => {
  codesOfWechat();
  answering({ [SESSIONS]: { status: 429, body: {} } });
  await expect(tryWechat()).rejects.toMatchObject({ problem: { status: 429 } });
});
