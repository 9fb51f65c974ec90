import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage } from '../../tests/mount';
import RollChangeForm from './RollChangeForm.vue';
import UnitFields from './UnitFields.vue';
import type { Holder, Unit } from './api';
import { sameUnit } from './becoming';

const at = '/api/estates/disai-yuanyuan';
const unit = {
  id: 'u1',
  number: '3幢2单元502室',
  areaDm2: 8936,
  areaSource: 'REGISTER',
  use: 'HOUSE',
  state: 'SOLD',
} as Unit;
const holder: Holder = {
  person: 'p1',
  name: '演示业主甲',
  kind: 'PERSON',
  phone: '138****8000',
  share: '1/1',
  nominated: false,
  representative: null,
  representativePerson: null,
};

async function open(of = unit) {
  const bodies: { holders: unknown[]; reason: string; becomes?: unknown }[] = [];
  const server = answering({
    [`POST ${at}/roll/changes`]: async (request: Request) => {
      bodies.push(await request.json());
      return { event: 'e1' };
    },
  });
  vi.stubGlobal('fetch', server.fetch);
  const { wrapper } = await mountPage(RollChangeForm, {
    props: { slug: 'disai-yuanyuan', unit: of, holders: [holder] },
  });
  const check = async () => {
    await wrapper.get('form').trigger('submit');
    await flushPromises();
  };
  return { wrapper, bodies, check, body: new DOMWrapper(document.body) };
}

it('refuses holders that are not one whole before anything is sent', async () => {
  const { wrapper, check, bodies, body } = await open();
  await wrapper.get('textarea[data-testid="change-reason"]').setValue('房屋买卖');
  await wrapper.get('input[data-testid="holder-share"]').setValue('1/2');
  await check();
  await vi.waitFor(() => expect(wrapper.get('[data-testid="change-fault"]').text()).toContain('合计应为 1'));
  expect(body.find('[data-testid="consequences"]').exists()).toBe(false);
  expect(bodies).toEqual([]);
});

it('shows whose rights end, then records the change', async () => {
  const { wrapper, check, bodies, body } = await open();
  await wrapper.get('[data-testid="holder-fields"] button').trigger('click');
  await wrapper.get('[data-testid="add-holder"]').trigger('click');
  await wrapper.get('input[data-testid="holder-name"]').setValue('演示业主乙');
  await wrapper.get('textarea[data-testid="change-reason"]').setValue('房屋买卖');
  await check();
  await vi.waitFor(() => expect(body.text()).toContain('演示业主甲不再是业主'));
  expect(bodies).toEqual([]);
  await body.get('[data-testid="consequences"] form').trigger('submit');
  await vi.waitFor(() => expect(wrapper.emitted('done')).toHaveLength(1));
  expect(bodies[0]!.reason).toBe('房屋买卖');
  expect(bodies[0]!.holders).toEqual([
    {
      newPerson: { kind: 'PERSON', name: '演示业主乙' },
      shareNumerator: 1,
      shareDenominator: 1,
      nominated: false,
    },
  ]);
});

it('records no sale of the developer’s unit without its state, because its voice is the buyer’s then', async () => {
  const { wrapper, check, bodies, body } = await open({ ...unit, state: 'UNSOLD' });
  await wrapper.get('textarea[data-testid="change-reason"]').setValue('房屋买卖');
  await check();
  await vi.waitFor(() => expect(wrapper.get('[data-testid="unit-fields"]').text()).toContain('请选择'));
  expect(body.find('[data-testid="consequences"]').exists()).toBe(false);

  wrapper.getComponent(UnitFields).vm.$emit('update:modelValue', { ...sameUnit(), state: 'SOLD' });
  await check();
  await vi.waitFor(() => expect(body.text()).toContain('状态由未售改为已售'));
  await body.get('[data-testid="consequences"] form').trigger('submit');
  await vi.waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]!.becomes).toEqual({ state: 'SOLD' });
});

it('asks nothing of the unit where a sold one changes hands', async () => {
  const { wrapper } = await open();
  expect(wrapper.find('[data-testid="unit-fields"]').exists()).toBe(false);
});

it('puts nothing of a person down in the browser', async () => {
  const { wrapper } = await open();
  await wrapper.get('[data-testid="add-holder"]').trigger('click');
  await wrapper.get('input[data-testid="holder-name"]').setValue('演示业主乙');
  await wrapper.get('textarea[data-testid="change-reason"]').setValue('房屋买卖');
  await flushPromises();
  expect(JSON.stringify({ ...sessionStorage })).toContain('房屋买卖');
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('演示业主乙');
});
