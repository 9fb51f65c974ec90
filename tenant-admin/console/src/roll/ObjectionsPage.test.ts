import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import ObjectionsPage from './ObjectionsPage.vue';

const at = '/api/estates/disai-yuanyuan';
const waiting = {
  id: 'o1',
  period: 'p1',
  unit: 'u1',
  number: '3幢2单元502室',
  at: '2026-11-12T02:15:00Z',
  mine: false,
  text: '面积少算了 0.01 m²',
  answer: null,
};
const answered = {
  ...waiting,
  id: 'o2',
  text: null,
  answer: { upheld: true, text: '已按产权证更正', at: '2026-11-13T02:15:00Z' },
};

async function open(roles: string[], objections: unknown) {
  const { fetch } = answering({
    [`GET ${at}/me`]: { name: '演示', roles },
    [`GET ${at}/roll/objection-periods`]: {
      items: [{ id: 'p1', version: 2, from: '2020-11-10', to: '2020-11-20' }],
      next: null,
    },
    [`GET ${at}/roll/objections`]: objections,
  });
  vi.stubGlobal('fetch', fetch);
  const { wrapper } = await mountPage(
    ObjectionsPage,
    { props: { slug: 'disai-yuanyuan' } },
    '/roll-objections',
  );
  await flushPromises();
  return wrapper;
}

it('shows objections with their answers, and answers each once', async () => {
  const wrapper = await open(['COMMITTEE'], { items: [waiting, answered], next: null });
  expect(wrapper.get('[data-row="o1"]').text()).toContain('待答复');
  expect(wrapper.get('[data-row="o2"]').text()).toContain('采纳');
  expect(wrapper.get('[data-row="o2"]').text()).toContain('内容只有提出人和业委会能看');
  expect(wrapper.findAll('[data-testid="reply"]')).toHaveLength(1);
  expect(wrapper.get('[data-state="DONE"]').text()).toBe('已结束');
});

it('lets auditors read, but not answer', async () => {
  const wrapper = await open(['AUDITOR'], { items: [waiting], next: null });
  expect(wrapper.text()).toContain('面积少算了');
  expect(wrapper.find('[data-testid="reply"]').exists()).toBe(false);
  expect(wrapper.find('[data-testid="open-period"]').exists()).toBe(false);
});

it('says that there is none, and what went wrong', async () => {
  const empty = await open(['COMMITTEE'], { items: [], next: null });
  expect(empty.get('[data-testid="empty"]').text()).toContain('没有异议');
  const broken = await open(['COMMITTEE'], () => problem(503, {}));
  expect(broken.get('[data-testid="problem"]').text()).toContain('服务暂时不可用');
});
