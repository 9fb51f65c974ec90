import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import VersionsPage from './VersionsPage.vue';

const at = '/api/estates/disai-yuanyuan';
const canonical = 'yuanlin-roll 1\n3幢2单元502室 8936\n';
const version = (fingerprint: string) => ({
  version: 2,
  frozenAt: '2026-11-03T06:20:00Z',
  units: 1012,
  owners: 987,
  totalAreaDm2: 9_043_617,
  fingerprint,
});
const fingerprint = createHash('sha256').update(canonical).digest('hex');

async function open(roles: string[], items: unknown[], more: Record<string, unknown> = {}) {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles },
    [`GET ${at}/roll/versions`]: { items, next: null },
    [`GET ${at}/roll/versions/2/canonical`]: () => new Response(canonical),
    ...more,
  });
  vi.stubGlobal('fetch', server.fetch);
  const { wrapper } = await mountPage(VersionsPage, { props: { slug: 'disai-yuanyuan' } }, '/roll-versions');
  await flushPromises();
  return { wrapper, body: new DOMWrapper(document.body) };
}

async function check(shown: string) {
  const { wrapper } = await open(['AUDITOR'], [version(shown)]);
  await wrapper.get('[data-testid="check-fingerprint"]').trigger('click');
  await vi.waitFor(() => expect(wrapper.find('[data-testid="fingerprint-result"]').exists()).toBe(true));
  return wrapper.get('[data-testid="fingerprint-result"]').text();
}

it('computes the fingerprint from what anybody may download', async () => {
  expect(await check(fingerprint)).toContain('一致');
});

it('says so when the text is not what the fingerprint was made of', async () => {
  expect(await check(fingerprint.replace(/./, (c) => (c === '0' ? '1' : '0')))).toContain('不一致');
});

it('freezes for a reason, after saying what that means', async () => {
  const bodies: unknown[] = [];
  const { wrapper, body } = await open(['COMMITTEE'], [], {
    [`POST ${at}/roll/versions`]: async (request: Request) => {
      bodies.push(await request.json());
      return Response.json(version(fingerprint), { status: 201 });
    },
  });
  expect(wrapper.get('[data-testid="empty"]').text()).toContain('还没有冻结的版本');
  await wrapper.get('[data-testid="freeze"]').trigger('click');
  await flushPromises();
  expect(body.text()).toContain('版本不能修改或删除');
  await body.get('textarea[data-testid="reason"]').setValue('选举');
  await body.get('[data-testid="consequences"] form').trigger('submit');
  await vi.waitFor(() => expect(document.body.textContent).toContain('已冻结第 2 版'));
  expect(bodies).toEqual([{ reason: '选举' }]);
});

it('lets auditors check, but not freeze', async () => {
  const { wrapper } = await open(['AUDITOR'], [version(fingerprint)]);
  expect(wrapper.find('[data-testid="freeze"]').exists()).toBe(false);
});

it('says what went wrong', async () => {
  const { wrapper } = await open(['COMMITTEE'], [], {
    [`GET ${at}/roll/versions`]: () => problem(503, {}),
  });
  expect(wrapper.get('[data-testid="problem"]').text()).toContain('服务暂时不可用');
});
