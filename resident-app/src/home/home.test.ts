import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering, phone } from '../../tests/platform';
import { currentEstate } from '@/estates/current';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import home from './home.vue';

const ESTATE = 'GET /api/estates/disai-yuanyuan';
const estate = {
  name: '迪赛缘园',
  slug: 'disai-yuanyuan',
  community: '春华社区',
  street: '集士港镇',
  state: 'ACTIVE',
};
const notice = { id: 'n-1', title: '电梯年检通知', publisher: '业委会', publishedOn: '2026-11-20' };
const message = (id: string, readAt: string | null) => ({
  id,
  template: 'x',
  title: '取货通知',
  body: '请到自提点取货',
  link: null,
  toldAt: '2026-11-19T04:00:00Z',
  readAt,
});
const open = { [ESTATE]: estate, [`${ESTATE}/notices`]: { items: [notice], next: null } };

beforeEach(() => {
  consent.decide(true);
  session.restore();
  currentEstate.choose({ slug: 'disai-yuanyuan', name: '迪赛缘园' });
});

it('sends who never decided about privacy to the welcome, and back here', async () => {
  uni.removeStorageSync('yuanlin.consent');
  consent.restore();
  answering(open);
  await openPage(home);
  expect(phone.reLaunch).toHaveBeenCalledWith({ url: '/first/welcome?next=%2Fhome%2Fhome' });
});

it('shows a visitor the notices, and asks nothing with a token', async () => {
  const { asked } = answering(open);
  const page = await openPage(home);
  expect(page.wrapper.text()).toContain('电梯年检通知');
  expect(page.wrapper.text()).toMatch(/业委会 · .*11月20日/);
  expect(page.has('need-sign-in')).toBe(true);
  expect(asked.every((q) => q.token === undefined)).toBe(true);
});

it('shows an owner what waits for them', async () => {
  session.begin({ accessToken: 'a', expiresIn: 300, refreshToken: null, newAccount: false });
  answering({
    ...open,
    [`${ESTATE}/me`]: { name: '林青禾', roles: ['OWNER'] },
    [`${ESTATE}/me/bindings`]: { items: [], next: null },
    [`${ESTATE}/me/messages`]: {
      items: [message('m-1', null), message('m-2', null), message('m-3', '2026-11-20T04:00:00Z')],
      next: null,
    },
    'PUT /api/estates/disai-yuanyuan/me/consents/PRIVACY': { status: 200, body: {} },
  });
  const page = await openPage(home);
  expect(page.part('need-unread').text()).toContain('2 条未读消息');
  expect(page.has('need-bind')).toBe(false);
});

it('asks a newcomer to bind a unit although the estate refuses to say who they are', async () => {
  session.begin({ accessToken: 'a', expiresIn: 300, refreshToken: null, newAccount: true });
  answering({
    ...open,
    [`${ESTATE}/me`]: { status: 403, body: {} },
    [`${ESTATE}/me/bindings`]: { items: [], next: null },
  });
  const page = await openPage(home);
  expect(page.has('need-bind')).toBe(true);
  expect(page.has('problem')).toBe(false);
});

it('knows a neighbour, whom the estate does not tell who they are, and asks for no other token', async () => {
  session.begin({ accessToken: 'a', expiresIn: 300, refreshToken: null, newAccount: false });
  const neighbour = { id: 'b-1', relation: 'GUEST', state: 'VERIFIED', rights: 'GUEST', door: null };
  const { asked } = answering({
    ...open,
    [`${ESTATE}/me`]: { status: 403, body: {} },
    [`${ESTATE}/me/bindings`]: { items: [neighbour], next: null },
    [`${ESTATE}/me/messages`]: { items: [message('m-1', null)], next: null },
  });
  const page = await openPage(home);
  expect(page.part('need-bind').text()).toContain('您现在是邻居');
  expect(page.part('need-unread').text()).toContain('1 条未读消息');
  expect(asked.some((q) => q.key.includes('/sessions/refresh'))).toBe(false);
});

it('shows a failure where it is, with a retry that works', async () => {
  answering({ ...open, [`${ESTATE}/notices`]: { status: 503, body: { requestId: 'req-9' } } });
  const page = await openPage(home);
  expect(page.part('problem').text()).toContain('req-9');
  answering(open);
  await page.press('retry');
  expect(page.has('problem')).toBe(false);
  expect(page.wrapper.text()).toContain('电梯年检通知');
});

it('shows what it kept when nobody can be reached, and says so', async () => {
  answering(open);
  (await openPage(home)).wrapper.unmount();
  answering({ [ESTATE]: 'cut', [`${ESTATE}/notices`]: 'cut' });
  const page = await openPage(home);
  expect(page.wrapper.text()).toContain('电梯年检通知');
  expect(page.wrapper.text()).toContain('没有连上');
});

it('says what will stand in an empty list', async () => {
  answering({ ...open, [`${ESTATE}/notices`]: { items: [], next: null } });
  expect((await openPage(home)).wrapper.text()).toContain('还没有公告');
});

it('changes its tabs without leaving the page', async () => {
  answering(open);
  const page = await openPage(home);
  await page.press('tab-me');
  expect(page.has('sign-in')).toBe(true);
  await page.press('tab-shop');
  expect(page.wrapper.text()).toContain('商城还没有开张');
});

it('asks for a new token when the committee decided since the last one', async () => {
  session.begin({ accessToken: 'old', expiresIn: 300, refreshToken: null });
  const binding = { id: 'b-1', relation: 'OWNER', state: 'VERIFIED', rights: 'OWNER', door: '3幢2单元502室' };
  answering({
    ...open,
    [`${ESTATE}/me/bindings`]: { items: [binding], next: null },
    [`${ESTATE}/me`]: (q: { token?: string }) =>
      q.token === 'new' ? { name: '林青禾', roles: ['OWNER'] } : { status: 403, body: {} },
    [`${ESTATE}/me/messages`]: { items: [], next: null },
    'POST /api/identity/sessions/refresh': { accessToken: 'new', expiresIn: 300, refreshToken: null },
  });
  const page = await openPage(home);
  expect(page.has('nothing-needed')).toBe(true);
});
