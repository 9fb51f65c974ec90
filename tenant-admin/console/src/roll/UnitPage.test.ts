import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage } from '../../tests/mount';
import UnitPage from './UnitPage.vue';

const at = '/api/estates/disai-yuanyuan';
const unit = {
  id: 'u1',
  number: '3幢2单元502室',
  areaDm2: 8936,
  areaSource: 'REGISTER',
  use: 'HOUSE',
  state: 'SOLD',
};
const holder = {
  person: 'p1',
  name: '演示业主甲',
  kind: 'PERSON',
  phone: '138****8000',
  share: '1/1',
  nominated: false,
  representative: null,
  representativePerson: null,
};
const change = (n: number) => ({
  event: `e${n}`,
  kind: 'TRANSFER',
  effectiveOn: '2026-03-01',
  reason: `买卖 ${n}`,
  by: '演示主任',
  at: '2026-03-02T02:15:00Z',
  evidence: null,
  became: null,
  corrected: [],
  began: [holder],
  ended: [{ ...holder, person: 'p0', name: '演示前业主' }],
});

async function open(roles: string[], more: Record<string, unknown> = {}) {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles },
    [`GET ${at}/units/u1`]: unit,
    [`GET ${at}/roll`]: { items: [{ unit, holders: [holder] }], next: null },
    [`GET ${at}/roll/units/u1/history`]: (_: Request, url: URL) =>
      url.searchParams.get('after') ? { items: [change(2)], next: null } : { items: [change(1)], next: 'k1' },
    ...more,
  });
  vi.stubGlobal('fetch', server.fetch);
  const props = { slug: 'disai-yuanyuan', unit: 'u1' };
  const { wrapper } = await mountPage(UnitPage, { props }, '/roll-unit');
  await flushPromises();
  return { wrapper, asked: server.asked, body: new DOMWrapper(document.body) };
}

it('shows a unit’s past with who, when and why, and more of it on demand', async () => {
  const { wrapper } = await open(['COMMITTEE']);
  const first = wrapper.get('[data-testid="change-of-unit"]').text();
  expect(first).toContain('买卖、赠与');
  expect(first).toContain('演示前业主');
  expect(first).toContain('演示主任');
  await wrapper.get('[data-testid="more"]').trigger('click');
  await flushPromises();
  expect(wrapper.findAll('[data-testid="change-of-unit"]')).toHaveLength(2);
  expect(wrapper.find('[data-testid="more"]').exists()).toBe(false);
});

it('shows whose name or phone was corrected, before and after', async () => {
  const corrected = [
    { person: 'p1', nameBefore: '演示业主假', name: '演示业主甲', phoneBefore: null, phone: '138****8000' },
    { person: 'p2', nameBefore: '乙', name: '乙', phoneBefore: '139****0000', phone: '139****0000' },
  ];
  const { wrapper } = await open(['COMMITTEE'], {
    [`GET ${at}/roll/units/u1/history`]: {
      items: [{ ...change(1), kind: 'IMPORTED', began: [], ended: [], corrected }],
      next: null,
    },
  });
  const lines = wrapper.findAll('[data-testid="corrected"]').map((line) => line.text());
  expect(lines).toEqual([
    '姓名更正：演示业主假 → 演示业主甲；演示业主甲的手机号更正：未登记 → 138****8000',
    '乙的手机号已更正',
  ]);
});

it('shows a number only to who says why, and forgets it with the window', async () => {
  const bodies: unknown[] = [];
  const { wrapper, body } = await open(['COMMITTEE'], {
    [`POST ${at}/persons/p1/disclosures`]: async (request: Request) => {
      bodies.push(await request.json());
      return { value: '13800008000' };
    },
  });
  await wrapper.get('[data-testid="disclose"]').trigger('click');
  await flushPromises();
  expect(body.text()).toContain('本人能看到');
  await body.get('.el-dialog form').trigger('submit');
  await flushPromises();
  expect(bodies).toEqual([]);

  await body.get('textarea[data-testid="disclose-reason"]').setValue('通知漏水');
  await body.get('.el-dialog form').trigger('submit');
  await vi.waitFor(() => expect(body.find('[data-testid="disclosed"]').text()).toBe('13800008000'));
  expect(bodies).toEqual([{ field: 'PHONE', reason: '通知漏水' }]);
  await body.get('.el-dialog__footer button').trigger('click');
  await flushPromises();
  expect(body.text()).not.toContain('13800008000');
});

it('offers auditors neither numbers nor changes', async () => {
  const { wrapper } = await open(['AUDITOR']);
  expect(wrapper.text()).toContain('演示业主甲');
  expect(wrapper.find('[data-testid="disclose"]').exists()).toBe(false);
  expect(wrapper.find('[data-testid="change"]').exists()).toBe(false);
});
