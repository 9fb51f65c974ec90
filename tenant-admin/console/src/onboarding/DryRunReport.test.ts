import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import type { Estate, Workbook } from '@/api/types';
import { answering, mountPage, problem } from '../../tests/mount';
import DryRunReport from './DryRunReport.vue';

const errors = [
  { sheet: '业主', cell: 'C17', column: '手机', code: 'PHONE', message: '业主!C17：手机号应为11位' },
  { sheet: '户', cell: 'D4', column: '面积', code: 'AREA', message: '户!D4：面积应为数字' },
];
const warnings = [
  { sheet: '户', cell: 'A9', column: '楼幢', code: 'NO_OWNER', message: '户!A9：这一户没有业主，请核对' },
  { sheet: '业主', cell: null, column: null, code: 'X', message: '业主：比上次少了 3 行' },
];
const workbook = (found: typeof errors, warned: typeof warnings = []) =>
  ({
    id: 'w1',
    sha256: 'abcdef0123456789',
    sizeBytes: 1000,
    uploadedAt: '2026-11-22T04:00:00Z',
    report: {
      sheets: [
        { name: '户', rows: 10, errors: found.length ? 1 : 0 },
        { name: '业主', rows: 12, errors: found.length ? 1 : 0 },
      ],
      errorCount: found.length,
      errors: found,
      errorsTruncated: false,
      warningCount: warned.length,
      warnings: warned,
      importable: found.length === 0,
      refused: null,
    },
  }) as unknown as Workbook;
const props = (found: typeof errors, warned?: typeof warnings) => ({
  estate: { id: 'e1', name: '小区' } as Estate,
  workbook: workbook(found, warned),
});

it('names every wrong cell and offers the marked copy instead of the start', async () => {
  const { wrapper } = await mountPage(DryRunReport, { props: props(errors) });
  expect(wrapper.get('h2').text()).toBe('发现 2 处错误，请改好后重新上传');
  expect(wrapper.text()).toContain('业主!C17：手机号应为11位');
  expect(wrapper.text()).toContain('户!D4：面积应为数字');
  expect(wrapper.find('[data-testid="marked-copy"]').exists()).toBe(true);
  expect(wrapper.find('[data-testid="start-run"]').exists()).toBe(false);
});

it('shows what is worth a look by sheet and cell, and lets the run start all the same', async () => {
  const { wrapper } = await mountPage(DryRunReport, { props: props([], warnings) });
  expect(wrapper.get('h2').text()).toBe('没有发现错误，可以上线；有 2 处提醒');
  const listed = wrapper.get('[data-testid="cell-warnings"]');
  expect(listed.text()).toContain('户!A9：这一户没有业主，请核对');
  expect(listed.findAll('tbody tr').map((row) => row.get('td').text())).toEqual(['户!A9', '业主']);
  expect(wrapper.find('[data-testid="cell-errors"]').exists()).toBe(false);
  expect(wrapper.find('[data-testid="start-run"]').exists()).toBe(true);
  expect(wrapper.find('[data-testid="marked-copy"]').exists()).toBe(true);
});

it('starts the run of a clean workbook', async () => {
  const bodies: unknown[] = [];
  const start = async (request: Request) => {
    bodies.push(await request.json());
    return { id: 'r1' };
  };
  vi.stubGlobal('fetch', answering({ 'POST /api/platform/estates/e1/onboarding-runs': start }).fetch);
  const { wrapper } = await mountPage(DryRunReport, { props: props([]) });
  await wrapper.get('[data-testid="start-run"]').trigger('click');
  await vi.waitFor(() => expect(wrapper.emitted('started')).toHaveLength(1));
  expect(bodies).toEqual([{ workbookId: 'w1' }]);
});

it('stays and says why when the start is refused', async () => {
  const refuse = () => problem(409, { title: '小区当前状态不允许该操作', detail: '该小区正在上线。' });
  vi.stubGlobal('fetch', answering({ 'POST /api/platform/estates/e1/onboarding-runs': refuse }).fetch);
  const { wrapper } = await mountPage(DryRunReport, { props: props([]) });
  await wrapper.get('[data-testid="start-run"]').trigger('click');
  await flushPromises();
  await vi.waitFor(() => expect(wrapper.text()).toContain('该小区正在上线。'));
  expect(wrapper.emitted('started')).toBeUndefined();
});
