import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import AuditPage from './AuditPage.vue';

const at = '/api/estates/disai-yuanyuan';
const entry = (id: string, act: string, more: object = {}) => ({
  id,
  at: '2026-11-20T02:15:00Z',
  by: '演示主任',
  act,
  about: null,
  detail: {},
  ...more,
});

async function open(items: unknown, where = '/estate-audit') {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles: ['AUDITOR'] },
    [`GET ${at}/audit`]: items,
  });
  vi.stubGlobal('fetch', server.fetch);
  const { wrapper } = await mountPage(AuditPage, { props: { slug: 'disai-yuanyuan' } }, where);
  await flushPromises();
  return { wrapper, asked: server.asked };
}

it('says in words who did what, to whom and why', async () => {
  const { wrapper } = await open({
    items: [
      entry('e1', 'roll.export', { detail: { reason: '选举前核对', export: '0199-…' } }),
      entry('e2', 'roll.freeze', { about: '3' }),
      entry('e3', 'binding.decided', { about: '演示业主 3幢2单元502室', detail: { accepted: 'false' } }),
      entry('e4', 'something.new'),
    ],
    next: null,
  });
  const row = (id: string) => wrapper.get(`[data-row="${id}"]`).text();
  expect(row('e1')).toContain('导出完整名册');
  expect(row('e1')).toContain('理由：选举前核对');
  expect(row('e1')).not.toContain('0199');
  expect(row('e2')).toContain('第 3 版');
  expect(row('e3')).toContain('驳回');
  expect(row('e4')).toContain('something.new');
});

it('asks for one kind on one day, as the address says', async () => {
  const { wrapper, asked } = await open(
    { items: [], next: null },
    '/estate-audit?kind=EXPORT&day=2026-11-20',
  );
  const query = asked.find((one) => one.includes('/audit'))!;
  expect(query).toContain('kind=EXPORT');
  expect(query).toContain('day=2026-11-20');
  expect(wrapper.get('[data-testid="empty"]').text()).toContain('没有符合条件');
});

it('tells an empty trail from one that was refused', async () => {
  const empty = await open({ items: [], next: null });
  expect(empty.wrapper.get('[data-testid="empty"]').text()).toContain('还没有记录');
  const broken = await open(() => problem(503, {}));
  expect(broken.wrapper.get('[data-testid="problem"]').text()).toContain('服务暂时不可用');
});
