import { expect, it } from 'vitest';
import { WeChat } from '../miniprogram/weChat';

/** Where the running platform and the played WeChat are. */
function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must say where it runs`);
  return value;
}

const gateway = given('YUANLIN_GATEWAY');
const simulator = given('YUANLIN_SIMULATOR');

async function post(url: string, body: object): Promise<Record<string, string>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Record<string, string>;
}

/** Somebody with WeChat on their phone, who has never opened the mini program. */
async function newcomer() {
  const phone = `139${String(Date.now()).slice(-8)}`;
  const { person } = await post(`${simulator}/_simulator/people`, { phone });
  const codeFor = async (kind: string) =>
    (await post(`${simulator}/_simulator/people/${person}/${kind}`, {})).code as string;
  const weChat = new WeChat({
    loginCode: () => codeFor('login-codes'),
    answer: async (method, url, body, token) => {
      const { pathname, search } = new URL(url);
      const answer = await fetch(`${gateway}${pathname}${search}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, body: text ? (JSON.parse(text) as unknown) : undefined };
    },
  });
  return { weChat, codeFor };
}

const soon = { timeout: 20_000 };

it('signs a newcomer in, through the gateway, by WeChat, and knows them the next time', async () => {
  const { weChat, codeFor } = await newcomer();
  await weChat.open('signin/signin');
  await weChat.tap('wechat');
  await expect.poll(() => weChat.has('wechat-phone'), soon).toBe(true);
  expect(weChat.kept.get('yuanlin.session')).toBeUndefined();
  await weChat.fire('wechat-phone', 'getphonenumber', { code: await codeFor('phone-codes') });
  await expect.poll(() => weChat.kept.get('yuanlin.session'), soon).toBeTypeOf('string');
  const first = weChat.kept.get('yuanlin.session');

  // No phone is asked for again: WeChat's own login is enough by now.
  await weChat.open('signin/signin');
  await weChat.tap('wechat');
  await expect.poll(() => weChat.kept.get('yuanlin.session') !== first, soon).toBe(true);
  expect(weChat.has('wechat-phone')).toBe(false);
});

it('finds the estate of the demo, and says there what a newcomer has to do', async () => {
  const { weChat, codeFor } = await newcomer();
  await weChat.open('signin/signin');
  await weChat.tap('wechat');
  await expect.poll(() => weChat.has('wechat-phone'), soon).toBe(true);
  await weChat.fire('wechat-phone', 'getphonenumber', { code: await codeFor('phone-codes') });
  await expect.poll(() => weChat.went[weChat.went.length - 1], soon).toMatch(/^\/estates\/choose/);
  await weChat.open('estates/choose');
  await weChat.type('estate-name', '迪赛');
  await weChat.tap('find');
  await expect.poll(() => weChat.has('found-disai-yuanyuan'), soon).toBe(true);
  await weChat.tap('found-disai-yuanyuan');
  await weChat.open('home/home');
  await expect.poll(() => weChat.has('need-bind') && weChat.has('all-notices'), soon).toBe(true);
});
