import { expect, it } from 'vitest';
import { WeChat, type Answered } from './weChat';

const session = (refreshToken: string) => ({
  accessToken: 'access-1',
  expiresIn: 300,
  refreshToken,
  newAccount: true,
});

/** A phone whose app meets a platform that answers like this, by "METHOD /path". */
function phone(table: Record<string, (body: Record<string, unknown>) => Answered>) {
  const asked: { key: string; body: unknown }[] = [];
  let codes = 0;
  const weChat = new WeChat({
    loginCode: async () => `login-${++codes}`,
    answer: async (method, url, body) => {
      const key = `${method} ${new URL(url).pathname}`;
      asked.push({ key, body });
      return table[key]?.((body ?? {}) as Record<string, unknown>) ?? { status: 404, body: {} };
    },
  });
  return { weChat, asked };
}

const WECHAT = 'POST /api/identity/sessions/wechat';

it('first asks for consent, and takes a refusal', async () => {
  const { weChat, asked } = phone({});
  await weChat.open('home/home');
  expect(weChat.went).toEqual(['/first/welcome?next=%2Fhome%2Fhome']);
  await weChat.open('first/welcome');
  await weChat.tap('refuse');
  expect(weChat.went[weChat.went.length - 1]).toBe('/estates/choose');
  expect(asked).toEqual([]);
});

it('signs in by WeChat: the phone number once, a fresh login code each time', async () => {
  const { weChat, asked } = phone({
    [WECHAT]: ({ phoneCode }) =>
      phoneCode
        ? { status: 200, body: session('refresh-1') }
        : { status: 409, body: { type: '/problems/phone-needed', title: '需要手机号' } },
  });
  await weChat.open('signin/signin', { next: '%2Fhome%2Fhome' });
  await weChat.tap('wechat');
  expect(weChat.has('wechat-phone')).toBe(true);
  await weChat.fire('wechat-phone', 'getphonenumber', { code: 'phone-1', errMsg: 'getPhoneNumber:ok' });
  expect(asked.map((q) => q.body)).toEqual([
    { loginCode: 'login-1' },
    { loginCode: 'login-2', phoneCode: 'phone-1' },
  ]);
  expect(weChat.kept.get('yuanlin.session')).toBe('refresh-1');
  expect(JSON.stringify([...weChat.kept])).not.toContain('access-1');
  expect(weChat.went[weChat.went.length - 1]).toMatch(/^\/estates\/choose/);
});

it('goes on with the code by SMS for who keeps the phone number from WeChat', async () => {
  const { weChat, asked } = phone({
    [WECHAT]: () => ({ status: 409, body: { type: '/problems/phone-needed' } }),
    'POST /api/identity/sms-codes': () => ({ status: 202, body: { resendAfterSeconds: 60 } }),
    'POST /api/identity/sessions/sms': () => ({ status: 200, body: session('refresh-2') }),
  });
  await weChat.open('signin/signin');
  await weChat.tap('wechat');
  await weChat.fire('wechat-phone', 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
  expect(weChat.text()).toContain('也可以用短信验证码登录');
  await weChat.type('phone', '13800008000');
  await weChat.tap('send-code');
  await weChat.type('code', '123456');
  await weChat.tap('enter');
  expect(asked[asked.length - 1]).toEqual({
    key: 'POST /api/identity/sessions/sms',
    body: { phone: '13800008000', code: '123456', client: 'MINI_PROGRAM' },
  });
  expect(weChat.kept.get('yuanlin.session')).toBe('refresh-2');
});
