import { expect, it } from 'vitest';
import { WeChat } from './weChat';

const gateway = process.env.YUANLIN_GATEWAY;
const simulator = process.env.YUANLIN_SIMULATOR;

async function post(url: string, body: object): Promise<Record<string, string>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Record<string, string>;
}

/** With a running platform and WeChat simulator: YUANLIN_GATEWAY and YUANLIN_SIMULATOR name them. */
it.runIf(gateway && simulator)('signs a newcomer in, through the gateway, by WeChat', async () => {
  const phoneNumber = `138000${Date.now() % 100_000}`.padEnd(11, '0');
  const { person } = await post(`${simulator}/_simulator/people`, { phone: phoneNumber });
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
  await weChat.open('signin/signin');
  await weChat.tap('wechat');
  await expect.poll(() => weChat.has('wechat-phone'), { timeout: 20_000 }).toBe(true);
  await weChat.fire('wechat-phone', 'getphonenumber', { code: await codeFor('phone-codes') });
  await expect.poll(() => weChat.kept.get('yuanlin.session'), { timeout: 20_000 }).toBeTypeOf('string');
});
