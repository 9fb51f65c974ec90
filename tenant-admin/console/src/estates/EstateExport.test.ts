import { createHash } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Estate } from '@/api/types';
import { answering, mountPage, problem } from '../../tests/mount';
import EstateExport from './EstateExport.vue';

const archive = { state: 'EXPORTED', attempts: 0, detail: null, fetchedAt: null };
const estate = { id: 'e1', slug: 'disai-yuanyuan', state: 'ARCHIVED', archive } as unknown as Estate;
const FILE = 'PK and much more';

beforeEach(() => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => {} }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
});

async function download(confirm: (request: Request) => unknown) {
  const { fetch, asked } = answering({
    'GET /api/platform/estates/e1/export': () => new Response(FILE),
    'PUT /api/platform/estates/e1/export/fetched': confirm,
  });
  vi.stubGlobal('fetch', fetch);
  const { wrapper } = await mountPage(EstateExport, { props: { estate } });
  await wrapper.get('button').trigger('click');
  return { wrapper, asked };
}

it('says that the archive was fetched with the hash of what it saved', async () => {
  const bodies: unknown[] = [];
  const { wrapper } = await download(async (request) => {
    bodies.push(await request.json());
    return estate;
  });

  await vi.waitFor(() => expect(wrapper.emitted('fetched')).toHaveLength(1));

  expect(bodies).toEqual([{ sha256: createHash('sha256').update(FILE).digest('hex') }]);
});

it('tells that the file is not the archive', async () => {
  const { wrapper } = await download(() =>
    problem(409, { type: '/problems/archive-differs', title: '收到的文件与归档不一致' }),
  );

  await vi.waitFor(() => expect(wrapper.text()).toContain('重新下载'));

  expect(wrapper.emitted('fetched')).toBeUndefined();
});

it('shows whether and when the archive was fetched', async () => {
  const { wrapper } = await mountPage(EstateExport, { props: { estate } });
  expect(wrapper.get('[data-testid="fetched"]').text()).toBe('还没有人完整下载过');

  const fetched = { ...archive, fetchedAt: '2026-11-22T04:00:00Z' };
  await wrapper.setProps({ estate: { ...estate, archive: fetched } as unknown as Estate });

  expect(wrapper.get('[data-testid="fetched"]').text()).toMatch(/11月22日.*12:00 首次完整下载/);
});
