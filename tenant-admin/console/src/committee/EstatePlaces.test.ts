import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage } from '../../tests/mount';
import EstatePlaces from './EstatePlaces.vue';

async function placesOf(...roles: string[]) {
  const { fetch } = answering({ 'GET /api/estates/liyuan/me': { name: '演示', roles } });
  vi.stubGlobal('fetch', fetch);
  const { wrapper } = await mountPage(EstatePlaces, { props: { slug: 'liyuan' } }, '/roll');
  await flushPromises();
  return { shown: wrapper.findAll('a').map((link) => link.text()), wrapper };
}

it('leads a committee member to all of the estate’s affairs, and says where they are', async () => {
  const { shown, wrapper } = await placesOf('COMMITTEE', 'OWNER');
  expect(shown).toEqual([
    '业主名册',
    '名册版本',
    '公示异议',
    '绑定申请',
    '业委会',
    '工作人员',
    '登记情况',
    '查看记录',
    '操作记录',
  ]);
  expect(wrapper.get('[aria-current="page"]').text()).toBe('业主名册');
});

it('leads auditors to what they may read', async () => {
  const { shown } = await placesOf('AUDITOR');
  expect(shown).toEqual(['业主名册', '名册版本', '公示异议', '工作人员', '登记情况', '查看记录', '操作记录']);
});

it('leads nobody of the property company to requests, whatever else they are', async () => {
  expect((await placesOf('COMMITTEE', 'PROPERTY')).shown).not.toContain('绑定申请');
});

it('shows owners none of it', async () => {
  expect((await placesOf('OWNER')).shown).toEqual([]);
});
