import { beforeEach, expect, it } from 'vitest';
import { answering } from '../../tests/platform';
import { session } from '@/session/session';
import { call, callOpenly, filled } from './client';
import { ApiProblem, NoAnswer, NoConnection, explain } from './problem';

const REFRESH = 'POST /api/identity/sessions/refresh';
const MINE = 'GET /api/platform/my-estates';
const given = (accessToken: string) => ({ accessToken, expiresIn: 300, refreshToken: null });

beforeEach(() => session.begin(given('old')));

it('renews a refused token once and asks again with the new one', async () => {
  const { asked } = answering({
    [MINE]: (q: { token?: string }) => (q.token === 'new' ? { items: [] } : { status: 401, body: {} }),
    [REFRESH]: given('new'),
  });
  expect(await call('get', '/api/platform/my-estates', {})).toEqual({ items: [] });
  expect(asked.map((q) => [q.key, q.token])).toEqual([
    [MINE, 'old'],
    [REFRESH, undefined],
    [MINE, 'new'],
  ]);
});

it('gives up when the sign-in is over', async () => {
  answering({ [MINE]: { status: 401, body: {} }, [REFRESH]: { status: 401, body: {} } });
  await expect(call('get', '/api/platform/my-estates', {})).rejects.toMatchObject({
    problem: { status: 401 },
  });
  expect(session.signedIn.value).toBe(false);
});

it('asks openly without a token, whoever is signed in', async () => {
  const { asked } = answering({ 'GET /api/platform/estate-finder': { items: [], next: null } });
  await callOpenly('get', '/api/platform/estate-finder', { query: { q: '缘园', after: undefined } });
  expect(asked[0]).toMatchObject({ query: `?q=${encodeURIComponent('缘园')}`, token: undefined });
});

it('lets no value leave its place in an address', () => {
  expect(filled('/a/{x}/b', { x: '../c?d' })).toBe('/a/..%2Fc%3Fd/b');
});

it('tells a broken line from a platform that does not answer', async () => {
  answering({ [MINE]: 'cut' });
  await expect(call('get', '/api/platform/my-estates', {})).rejects.toBeInstanceOf(NoConnection);
  uni.request = (({ fail }: { fail: (f: object) => void }) =>
    fail({ errMsg: 'request:fail timeout' })) as unknown as typeof uni.request;
  await expect(call('get', '/api/platform/my-estates', {})).rejects.toBeInstanceOf(NoAnswer);
});

it('says what happened, why, and what to do next', () => {
  expect(explain(new NoConnection(), false).what).toBe('网络已断开');
  expect(explain(new NoConnection(), true).what).toBe('没有连上服务器');
  expect(explain(new NoAnswer(), true).next).toContain('可能已经完成');
  expect(explain(new Error('x'), true).what).toBe('这一页出了故障');
});

it('adds nothing to what the platform says of a case itself', () => {
  const refused = { type: '/problems/code-wrong', title: '验证码不对', status: 401 };
  expect(explain(new ApiProblem(refused), true).next).toBe('请重新登录。');
  const said = explain(new ApiProblem({ ...refused, detail: '还可以再试 3 次。' }), true);
  expect([said.why, said.next]).toEqual(['还可以再试 3 次。', '']);
});
