import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import EstatesPage from './EstatesPage.vue';

const estate = (n: number) => ({
  id: `id-${n}`,
  slug: `estate-${n}`,
  name: `小区 ${n}`,
  address: '',
  community: { id: 'c', name: '春华社区' },
  street: { id: 's', name: '集士港镇' },
  city: 'NINGBO',
  state: 'ACTIVE',
  stateReason: null,
  health: 'UP',
  households: 1012,
  cell: 'c1',
  schemaVersion: 1,
  createdAt: '2026-11-01T00:00:00Z',
  run: null,
});

async function open(estates: (request: Request, url: URL) => unknown, at = '/estates') {
  const server = answering({
    'GET /api/platform/estates': estates,
    'GET /api/platform/offices': { items: [], next: null },
  });
  vi.stubGlobal('fetch', server.fetch);
  const page = await mountPage(EstatesPage, {}, at);
  await flushPromises();
  return { ...page, asked: server.asked };
}

it('shows what it was given, the state in words', async () => {
  const { wrapper } = await open(() => ({ items: [estate(1)], next: null }));
  expect(wrapper.get('[data-row="id-1"]').text()).toContain('小区 1');
  expect(wrapper.get('[data-row="id-1"] [data-state="ACTIVE"]').text()).toBe('运行中');
});

it('takes its filters from the address', async () => {
  const { asked } = await open(() => ({ items: [], next: null }), '/estates?state=SUSPENDED&q=缘');
  expect(asked).toContain(`GET /api/platform/estates?state=SUSPENDED&q=${encodeURIComponent('缘')}`);
});

it('turns pages by the cursor and finds the way back', async () => {
  const { wrapper, router } = await open((_, url) =>
    url.searchParams.get('after') ? { items: [estate(2)], next: null } : { items: [estate(1)], next: 'k1' },
  );
  await wrapper.get('[data-testid="next-page"]').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query.after).toBe('k1');
  expect(wrapper.text()).toContain('小区 2');
  await wrapper.get('[data-testid="previous-page"]').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.query.after).toBeUndefined();
  expect(wrapper.text()).toContain('小区 1');
});

it('opens the side panel by Enter', async () => {
  const { wrapper, router } = await open(() => ({ items: [estate(1)], next: null }));
  await wrapper.get('[data-row="id-1"]').trigger('keydown', { key: 'Enter' });
  await flushPromises();
  expect(router.currentRoute.value.query.open).toBe('id-1');
  expect(wrapper.get('[data-testid="side-panel"]').text()).toContain('小区 1');
});

it('tells an empty list from one where nothing was found', async () => {
  const empty = await open(() => ({ items: [], next: null }));
  expect(empty.wrapper.get('[data-testid="empty"]').text()).toContain('还没有小区');
  const filtered = await open(() => ({ items: [], next: null }), '/estates?q=x');
  expect(filtered.wrapper.get('[data-testid="empty"]').text()).toContain('没有符合条件的小区');
});

it('says what went wrong with the request id, and tries again', async () => {
  let broken = true;
  const { wrapper } = await open(() => (broken ? problem(500, {}) : { items: [estate(1)], next: null }));
  const notice = wrapper.get('[data-testid="problem"]');
  expect(notice.text()).toContain('服务器出了故障');
  expect(notice.text()).toContain('req-1');
  broken = false;
  await notice.get('button').trigger('click');
  await flushPromises();
  expect(wrapper.text()).toContain('小区 1');
});
