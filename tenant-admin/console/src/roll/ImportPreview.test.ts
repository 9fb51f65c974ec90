import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import ImportPreview from './ImportPreview.vue';

const at = '/api/estates/disai-yuanyuan';
const side = (areaDm2: number) => ({
  areaDm2,
  areaSource: 'REGISTER' as const,
  state: 'SOLD' as const,
  use: 'HOUSE' as const,
  holders: [{ name: '演示业主甲', share: '1/1', nominated: false, representative: '' }],
});
const difference = {
  buildingsAdded: 0,
  unitsAdded: 0,
  unitsChanged: 1,
  holdersChanged: 0,
  personsCorrected: 2,
  unitsUnchanged: 1011,
  unitsNotNamed: 0,
  truncated: false,
  units: [{ number: '3幢2单元502室', before: side(8936), after: side(8937) }],
};
const clean = {
  id: 'v1' as string | null,
  errorCount: 0,
  errors: [],
  warningCount: 0,
  warnings: [],
  refused: null,
  difference: difference as typeof difference | null,
};
const fault = {
  sheet: '业主',
  cell: 'C17',
  column: '手机号',
  code: 'X',
  message: '业主!C17：手机号应为11位',
};

async function open(preview: object, table: Record<string, unknown> = {}) {
  vi.stubGlobal('fetch', answering(table).fetch);
  const { wrapper } = await mountPage(ImportPreview, {
    props: { slug: 'disai-yuanyuan', preview: { ...clean, ...preview } },
  });
  return { wrapper, body: new DOMWrapper(document.body) };
}

it('shows what is and what would be, side by side, and marks the one dm²', async () => {
  const { wrapper } = await open({});
  expect(wrapper.get('del').text()).toContain('89.36 m²');
  expect(wrapper.get('ins').text()).toContain('89.37 m²');
  expect(wrapper.get('[data-testid="preview"]').text()).toContain('1,011');
});

it('offers nothing to apply while anything is wrong, or when nothing changes', async () => {
  const wrong = await open({ id: null, difference: null, errorCount: 1, errors: [fault] });
  expect(wrong.wrapper.text()).toContain('有 1 处要改');
  expect(wrong.wrapper.text()).toContain('业主!C17：手机号应为11位');
  expect(wrong.wrapper.find('[data-testid="apply-import"]').exists()).toBe(false);
  const same = await open({ id: null, difference: { ...difference, units: [] } });
  expect(same.wrapper.text()).toContain('与现在的名册相同');
  expect(same.wrapper.find('[data-testid="apply-import"]').exists()).toBe(false);
});

it('applies for a reason; a roll that moved on meanwhile is told', async () => {
  const bodies: unknown[] = [];
  const { wrapper, body } = await open(
    {},
    {
      [`POST ${at}/roll/import-previews/v1/application`]: async (request: Request) => {
        bodies.push(await request.json());
        return bodies.length > 1 ? difference : problem(409, { title: '名册已有新的变更' });
      },
    },
  );
  await wrapper.get('[data-testid="apply-import"]').trigger('click');
  await flushPromises();
  const submit = () => body.get('[data-testid="consequences"] form').trigger('submit').then(flushPromises);
  await submit();
  expect(bodies).toEqual([]);
  await body.get('textarea[data-testid="reason"]').setValue('测绘更正');
  await submit();
  await vi.waitFor(() => expect(body.get('[data-testid="problem"]').text()).toContain('名册已有新的变更'));
  expect(wrapper.emitted('applied')).toBeUndefined();
  await submit();
  await vi.waitFor(() => expect(wrapper.emitted('applied')).toHaveLength(1));
  expect(bodies[1]).toEqual({ reason: '测绘更正' });
});
