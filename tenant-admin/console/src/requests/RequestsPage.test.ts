import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import RequestsPage from './RequestsPage.vue';

const at = '/api/estates/disai-yuanyuan';
const request = {
  id: 'r1',
  name: '演示申请人',
  door: '3幢2单元502室',
  relation: 'FAMILY',
  state: 'PENDING',
  rights: null,
  awaitsDecision: true,
  onRoll: true,
  matched: false,
  holders: [{ person: 'p1', name: '演示业主甲' }],
  evidence: ['m1', 'm2'],
  askedAt: '2026-11-20T02:15:00Z',
  reason: null,
};

async function open(more: Record<string, unknown> = {}, address = '/binding-requests') {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles: ['COMMITTEE'] },
    [`GET ${at}/binding-requests`]: { items: [request], next: null },
    ...more,
  });
  vi.stubGlobal('fetch', server.fetch);
  const page = await mountPage(RequestsPage, { props: { slug: 'disai-yuanyuan' } }, address);
  await flushPromises();
  return { ...page, asked: server.asked, body: new DOMWrapper(document.body) };
}

beforeEach(() => {
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
});

it('lists who waits for a decision, and how they stand to the roll', async () => {
  const { wrapper, asked } = await open();
  expect(asked).toContain(`GET ${at}/binding-requests?state=PENDING`);
  const row = wrapper.get('[data-row="r1"]').text();
  expect(row).toContain('3幢2单元502室');
  expect(row).toContain('不相符');
});

it('fetches evidence on a deliberate click only', async () => {
  const picture = () => new Response('x', { headers: { 'Content-Type': 'image/jpeg' } });
  const { wrapper, asked } = await open(
    { [`GET ${at}/media/m1`]: picture, [`GET ${at}/media/m2`]: picture },
    '/binding-requests?open=r1',
  );
  expect(asked.some((line) => line.includes('/media/'))).toBe(false);
  await wrapper.get('[data-testid="show-evidence"]').trigger('click');
  await vi.waitFor(() => expect(wrapper.findAll('img')).toHaveLength(2));
  expect(wrapper.get('img').attributes('alt')).toBe('第 1 份材料');
});

it('decides with a reason only, and after showing what will happen', async () => {
  const bodies: unknown[] = [];
  const decision = async (sent: globalThis.Request) => {
    bodies.push(await sent.json());
    return { binding: 'r1', state: 'REJECTED' };
  };
  const { wrapper, body, router } = await open(
    { [`POST ${at}/binding-requests/r1/decision`]: decision },
    '/binding-requests?open=r1',
  );
  await wrapper.get('[data-testid="refuse"]').trigger('click');
  await wrapper.get('[data-testid="side-panel"] form').trigger('submit');
  await flushPromises();
  expect(body.find('[data-testid="consequences"]').exists()).toBe(false);

  await wrapper.get('textarea[data-testid="decision-reason"]').setValue(' 材料看不清 ');
  await wrapper.get('[data-testid="side-panel"] form').trigger('submit');
  await vi.waitFor(() => expect(body.text()).toContain('可以补充材料再申请'));
  expect(bodies).toEqual([]);
  await body.get('[data-testid="consequences"] form').trigger('submit');
  await vi.waitFor(() => expect(bodies).toEqual([{ accepted: false, reason: '材料看不清' }]));
  await flushPromises();
  expect(router.currentRoute.value.query.open).toBeUndefined();
});

it('says that nobody waits, and what went wrong', async () => {
  const empty = await open({ [`GET ${at}/binding-requests`]: { items: [], next: null } });
  expect(empty.wrapper.get('[data-testid="empty"]').text()).toContain('没有待处理的申请');
  const broken = await open({ [`GET ${at}/binding-requests`]: () => problem(503, {}) });
  expect(broken.wrapper.get('[data-testid="problem"]').text()).toContain('服务暂时不可用');
});
