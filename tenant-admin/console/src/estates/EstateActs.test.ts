import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import type { Estate } from '@/api/types';
import { answering, mountPage, problem } from '../../tests/mount';
import EstateActs from './EstateActs.vue';

const estate = { id: 'e1', name: '迪赛缘园', slug: 'disai-yuanyuan', state: 'ACTIVE' } as Estate;
const within = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`)!;

function type(testid: string, text: string): void {
  const found = within(testid);
  const field = found.matches('input, textarea') ? found : found.querySelector('input, textarea')!;
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input'));
}

it('archives an estate whose committee has no passphrase only when asked a second time', async () => {
  const bodies: { evenIfPassphraseNotTaken?: boolean }[] = [];
  const archive = async (request: Request) => {
    const body = await request.json();
    bodies.push(body);
    if (body.evenIfPassphraseNotTaken) return { ...estate, state: 'SUSPENDED' };
    return problem(409, {
      type: '/problems/passphrase-not-taken',
      title: '业委会还没有取走归档口令',
      detail: '现在归档，任何人都无法再读出其中的数据。',
    });
  };
  vi.stubGlobal('fetch', answering({ 'POST /api/platform/estates/e1/archiving': archive }).fetch);
  const { wrapper } = await mountPage(EstateActs, { props: { estate } });
  await wrapper.get('[data-testid="act-archive"]').trigger('click');
  await flushPromises();
  type('reason', '小区拆迁');
  type('typed', estate.slug);
  await flushPromises();
  expect(within('confirm').textContent).toContain('归档小区');

  within('confirm').click();
  await vi.waitFor(() => expect(within('problem').textContent).toContain('任何人都无法再读出'));
  expect(within('problem').textContent).toContain('请业委会成员登录');
  expect(within('confirm').textContent).toContain('仍然归档');
  expect(wrapper.emitted('changed')).toBeUndefined();

  within('confirm').click();
  await vi.waitFor(() => expect(wrapper.emitted('changed')).toHaveLength(1));
  expect(bodies.map((body) => body.evenIfPassphraseNotTaken)).toEqual([false, true]);
});

it('deletes an estate whose archive nobody fetched only when asked a second time', async () => {
  const archived = { ...estate, state: 'ARCHIVED', deleteAfter: '2026-01-01T00:00:00Z' } as Estate;
  const bodies: unknown[] = [];
  const remove = async (request: Request) => {
    const body = await request.json();
    bodies.push(body);
    if (body.evenIfNotFetched) return { ...archived, state: 'DELETED' };
    return problem(409, {
      type: '/problems/archive-not-fetched',
      title: '归档还没有下载过',
      detail: '删除会连归档一起销毁。',
    });
  };
  vi.stubGlobal('fetch', answering({ 'POST /api/platform/estates/e1/deletion': remove }).fetch);
  const { wrapper } = await mountPage(EstateActs, { props: { estate: archived } });
  await wrapper.get('[data-testid="act-delete"]').trigger('click');
  await flushPromises();
  type('typed', archived.slug);
  await flushPromises();
  expect(within('confirm').textContent).toContain('删除数据');

  within('confirm').click();
  await vi.waitFor(() => expect(within('problem').textContent).toContain('连归档一起销毁'));
  expect(within('problem').textContent).toContain('请先下载归档');
  expect(within('confirm').textContent).toContain('仍然删除');
  expect(wrapper.emitted('changed')).toBeUndefined();

  within('confirm').click();
  await vi.waitFor(() => expect(wrapper.emitted('changed')).toHaveLength(1));
  expect(bodies).toEqual([
    { slugTyped: archived.slug, evenIfNotFetched: false },
    { slugTyped: archived.slug, evenIfNotFetched: true },
  ]);
});
