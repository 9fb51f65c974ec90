import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import StandingPage from './StandingPage.vue';
import { rateOf } from './rate';

const at = '/api/estates/disai-yuanyuan';
const registration = {
  units: 300,
  registered: 199,
  people: 260,
  active: 120,
  activeSince: '2026-10-24',
  buildings: [
    { building: '1幢', units: 100, registered: 100 },
    { building: '2幢', units: 200, registered: 99 },
  ],
};

async function open(answer: unknown) {
  const { fetch } = answering({
    [`GET ${at}/me`]: { name: '演示', roles: ['COMMITTEE'] },
    [`GET ${at}/registration`]: answer,
  });
  vi.stubGlobal('fetch', fetch);
  const { wrapper } = await mountPage(StandingPage, {
    props: { slug: 'disai-yuanyuan' },
    global: { stubs: { BarChart: true } },
  });
  await flushPromises();
  return wrapper;
}

it('says how many units have somebody, and how many people came lately', async () => {
  const wrapper = await open(registration);
  const tiles = wrapper.get('[data-testid="standing"]').text();
  expect(tiles).toContain('66%');
  expect(tiles).toContain('120');
  expect(wrapper.text()).toContain('全小区登记率 66%');
});

it('has a table behind its chart', async () => {
  const wrapper = await open(registration);
  await wrapper.get('button[aria-pressed]').trigger('click');
  expect(wrapper.get('tbody').text()).toContain('99 / 200 户，49%');
});

it('never rounds up to all, nor divides by nothing', () => {
  expect(rateOf(999, 1000)).toBe('99%');
  expect(rateOf(0, 0)).toBe('—');
});

it('tells an estate without units from a figure that could not be read', async () => {
  const empty = await open({ ...registration, units: 0, registered: 0, buildings: [] });
  expect(empty.get('[data-testid="empty"]').text()).toContain('还没有户');
  const broken = await open(() => problem(503, {}));
  expect(broken.get('[data-testid="problem"]').text()).toContain('服务暂时不可用');
});
