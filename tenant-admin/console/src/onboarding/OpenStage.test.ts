import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Estate } from '@/api/types';
import { answering, mountPage } from '../../tests/mount';
import OpenStage from './OpenStage.vue';

const estate = { id: 'e1', slug: 'linyuan', name: '邻苑', state: 'ACTIVE' } as Estate;
const door = 'GET /api/estates/linyuan';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function open() {
  const answers: Record<string, unknown> = {};
  const server = answering(answers);
  vi.stubGlobal('fetch', server.fetch);
  const { wrapper } = await mountPage(OpenStage, {
    props: { estate, run: null },
    global: { stubs: { CommitteeAccess: true } },
  });
  const button = () => wrapper.get('[data-testid="open-estate"]');
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    await flushPromises();
  };
  return { answers, button, pass };
}

it('opens the public page once the public door knows the estate', async () => {
  const { answers, button, pass } = await open();
  await pass(1000);
  expect(button().text()).toContain('正在接通公开页');
  expect(button().attributes('disabled')).toBeDefined();

  answers[door] = { slug: 'linyuan', name: '邻苑' };
  await pass(1500);
  expect(button().text()).not.toContain('正在接通公开页');
  expect(button().attributes('disabled')).toBeUndefined();
});

it('lets through after half a minute, so that the page itself can say what is wrong', async () => {
  const { button, pass } = await open();
  await pass(20_000);
  expect(button().text()).toContain('正在接通公开页');
  await pass(20_000);
  expect(button().attributes('disabled')).toBeUndefined();
});
