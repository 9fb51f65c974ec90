import { flushPromises } from '@vue/test-utils';
import { effectScope } from 'vue';
import { expect, it } from 'vitest';
import { ApiProblem, NoConnection } from '@/api/problem';
import { useLoad } from './useLoad';

const loadIn = <T>(fetcher: () => Promise<T>, keepAs?: string) =>
  effectScope().run(() => useLoad(fetcher, keepAs ? () => keepAs : undefined))!;

it('lets the newest answer win', async () => {
  const answers: ((value: string) => void)[] = [];
  const load = loadIn(() => new Promise<string>((resolve) => answers.push(resolve)));
  void load.reload();
  void load.reload();
  answers[1]?.('new');
  answers[0]?.('old');
  await flushPromises();
  expect(load.data.value).toBe('new');
});

it('shows what was kept when nobody can be reached, and says from when', async () => {
  await loadIn(async () => ['a'], 'list').reload();
  const offline = loadIn(async (): Promise<string[]> => {
    throw new NoConnection();
  }, 'list');
  await offline.reload();
  expect(offline.data.value).toEqual(['a']);
  expect(offline.keptAt.value).toMatch(/^\d{4}-/);
});

it('shows nothing kept to someone who was refused', async () => {
  await loadIn(async () => ['a'], 'list').reload();
  const refused = loadIn(async (): Promise<string[]> => {
    throw new ApiProblem({ type: 'about:blank', title: '', status: 403 });
  }, 'list');
  await refused.reload();
  expect(refused.data.value).toBeNull();
  expect(refused.keptAt.value).toBeNull();
});
