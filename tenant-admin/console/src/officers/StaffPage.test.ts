import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import AppointStaffDialog from './AppointStaffDialog.vue';
import CandidateSelect from './CandidateSelect.vue';
import StaffPage from './StaffPage.vue';
import { stateOfPost, type StaffAppointment } from './staff';

const at = '/api/estates/disai-yuanyuan';
const clerk: StaffAppointment = {
  id: 's1',
  name: '演示店员',
  post: 'SHOP_CLERK',
  from: '2026-01-01',
  until: null,
  left: null,
  leftBecause: null,
};
const gone = {
  ...clerk,
  id: 's2',
  name: '演示物业',
  post: 'PROPERTY',
  left: '2026-02-01',
  leftBecause: '合同到期',
};

async function open(roles: string[], more: Record<string, unknown> = {}) {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles },
    [`GET ${at}/staff`]: { items: [clerk, gone], next: null },
    [`GET ${at}/candidates`]: {
      items: [{ membership: 'm1', name: '居民', door: null, askedAt: '2026-11-01T00:00:00Z' }],
    },
    ...more,
  });
  vi.stubGlobal('fetch', server.fetch);
  const { wrapper } = await mountPage(StaffPage, { props: { slug: 'disai-yuanyuan' } }, '/staff');
  await flushPromises();
  return { wrapper, body: new DOMWrapper(document.body), asked: server.asked };
}

it('shows who has which post, and who left one and why', async () => {
  const { wrapper } = await open(['COMMITTEE']);
  expect(wrapper.get('[data-row="s1"]').text()).toContain('在岗');
  expect(wrapper.get('[data-row="s2"]').text()).toContain('合同到期');
  expect(wrapper.findAll('[data-testid="end-post"]')).toHaveLength(1);
});

it('offers no change to auditors, nor to who is of the property company', async () => {
  for (const roles of [['AUDITOR'], ['COMMITTEE', 'PROPERTY']]) {
    const { wrapper } = await open(roles);
    for (const act of ['appoint-staff', 'end-post'])
      expect(wrapper.find(`[data-testid="${act}"]`).exists()).toBe(false);
    wrapper.unmount();
  }
});

it('takes a guest on by the number they say, with the name the committee knows', async () => {
  const bodies: Record<string, unknown>[] = [];
  const { wrapper, body, asked } = await open(['COMMITTEE'], {
    [`POST ${at}/staff`]: async (request: Request) => {
      bodies.push(await request.json());
      return clerk;
    },
  });
  await wrapper.get('[data-testid="appoint-staff"]').trigger('click');
  await flushPromises();
  const select = wrapper.getComponent(AppointStaffDialog).getComponent(CandidateSelect);
  await body.get('[data-testid="candidate"] input').setValue('ab12-cd34');
  await vi.waitFor(() => expect(asked.some((one) => one.includes('q=ab12-cd34'))).toBe(true));
  select.vm.$emit('update:modelValue', 'm1');
  select.vm.$emit('chosen', { membership: 'm1', name: '居民', door: null });
  await flushPromises();
  const name = body.get<HTMLInputElement>('input[data-testid="staff-name"]');
  expect(name.element.value).toBe('');
  await name.setValue('演示物业');
  await body.get('.el-dialog form').trigger('submit');
  await vi.waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({ membership: 'm1', name: '演示物业', post: 'PROPERTY' });
  expect(bodies[0]).not.toHaveProperty('until');
});

it('ends a post with day and reason, having said what that does', async () => {
  const bodies: { on: string; reason: string }[] = [];
  const { wrapper, body } = await open(['COMMITTEE'], {
    [`POST ${at}/staff/s1/end`]: async (request: Request) => {
      bodies.push(await request.json());
      return clerk;
    },
  });
  await wrapper.get('[data-testid="end-post"]').trigger('click');
  await flushPromises();
  expect(body.text()).toContain('演示店员从这一天起失去');
  await body.get('textarea[data-testid="end-reason"]').setValue('合同到期');
  await body.get('.el-dialog form').trigger('submit');
  await vi.waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({ reason: '合同到期' });
});

it('says that nobody is registered yet, and what went wrong', async () => {
  const empty = await open(['COMMITTEE'], { [`GET ${at}/staff`]: { items: [], next: null } });
  expect(empty.wrapper.get('[data-testid="empty"]').text()).toContain('还没有登记');
  const broken = await open(['COMMITTEE'], { [`GET ${at}/staff`]: () => problem(503, {}) });
  expect(broken.wrapper.get('[data-testid="problem"]').text()).toContain('服务暂时不可用');
});

it('knows a post by its days: the last is still theirs, the day of leaving is not', () => {
  const post = { ...clerk, from: '2026-03-02', until: '2026-03-04' };
  const days = ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'];
  expect(days.map((day) => stateOfPost(post, day))).toEqual(['AHEAD', 'HELD', 'HELD', 'OVER']);
  expect(stateOfPost({ ...post, left: '2026-03-03' }, '2026-03-03')).toBe('OVER');
});
