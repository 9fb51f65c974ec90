import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import OfficersPage from './OfficersPage.vue';

const at = '/api/estates/disai-yuanyuan';
const term = {
  id: 't1',
  startsOn: '2026-01-01',
  endsOn: '2030-12-31',
  appointments: [
    {
      id: 'a1',
      term: 't1',
      membership: 'm1',
      name: '演示主任',
      office: 'CHAIR',
      from: '2026-01-01',
      left: null,
      leftBecause: null,
    },
    {
      id: 'a2',
      term: 't1',
      membership: 'm2',
      name: '演示委员',
      office: 'MEMBER',
      from: '2026-01-01',
      left: '2026-09-01',
      leftBecause: '搬离小区',
    },
  ],
};

async function open(roles: string[], more: Record<string, unknown> = {}) {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles },
    [`GET ${at}/committee/terms`]: { items: [term], next: null },
    ...more,
  });
  vi.stubGlobal('fetch', server.fetch);
  const { wrapper } = await mountPage(OfficersPage, { props: { slug: 'disai-yuanyuan' } }, '/officers');
  await flushPromises();
  return { wrapper, body: new DOMWrapper(document.body), asked: server.asked };
}

it('shows who holds and who left an office, and why', async () => {
  const { wrapper } = await open(['COMMITTEE']);
  expect(wrapper.get('[data-row="a1"]').text()).toContain('主任');
  expect(wrapper.get('[data-row="a1"]').text()).toContain('在任');
  expect(wrapper.get('[data-row="a2"]').text()).toContain('搬离小区');
  expect(wrapper.findAll('[data-testid="resign"]')).toHaveLength(1);
});

it('offers no change to those who may only read', async () => {
  const { wrapper } = await open(['OWNER']);
  for (const act of ['open-term', 'appoint', 'resign'])
    expect(wrapper.find(`[data-testid="${act}"]`).exists()).toBe(false);
});

it('records a resignation with its day and reason, having said what it does', async () => {
  const bodies: { on: string; reason: string }[] = [];
  const { wrapper, body } = await open(['COMMITTEE'], {
    [`POST ${at}/committee/appointments/a1/resignation`]: async (request: Request) => {
      bodies.push(await request.json());
      return term.appointments[0];
    },
  });
  await wrapper.get('[data-testid="resign"]').trigger('click');
  await flushPromises();
  expect(body.text()).toContain('演示主任从这一天起失去业委会权限');
  await body.get('textarea[data-testid="resign-reason"]').setValue('换届');
  await body.get('.el-dialog form').trigger('submit');
  await vi.waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]!.reason).toBe('换届');
  expect(bodies[0]!.on).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('says that there is no term yet, and what went wrong', async () => {
  const empty = await open(['COMMITTEE'], {
    [`GET ${at}/committee/terms`]: { items: [], next: null },
  });
  expect(empty.wrapper.get('[data-testid="empty"]').text()).toContain('还没有登记任期');
  const broken = await open(['COMMITTEE'], { [`GET ${at}/committee/terms`]: () => problem(503, {}) });
  expect(broken.wrapper.get('[data-testid="problem"]').text()).toContain('服务暂时不可用');
});
