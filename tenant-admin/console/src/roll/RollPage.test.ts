import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import RollPage from './RollPage.vue';

const at = '/api/estates/disai-yuanyuan';
const unit = {
  id: 'u1',
  number: '3幢2单元502室',
  building: '3幢',
  entrance: '2单元',
  room: '502',
  areaDm2: 8936,
  areaSource: 'REGISTER',
  use: 'HOUSE',
  state: 'SOLD',
};
const holder = {
  person: 'p1',
  name: '演示业主甲',
  kind: 'PERSON',
  phone: '138****8000',
  share: '1/2',
  nominated: true,
  representative: null,
  representativePerson: null,
};
const row = { unit, holders: [holder, { ...holder, person: 'p2', name: '演示业主乙', nominated: false }] };
const totals = { units: 1012, owners: 987, totalAreaDm2: 9_043_617, unitsWithoutVoter: 3, buildings: [] };

async function open(roles: string[], roll: unknown, address = '/roll') {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles },
    [`GET ${at}/buildings`]: { items: [], next: null },
    [`GET ${at}/roll/figures`]: totals,
    [`GET ${at}/roll`]: roll,
  });
  vi.stubGlobal('fetch', server.fetch);
  const page = await mountPage(RollPage, { props: { slug: 'disai-yuanyuan' } }, address);
  await flushPromises();
  return { ...page, asked: server.asked };
}

it('shows each unit with who holds it, in what share, and who votes', async () => {
  const { wrapper } = await open(['COMMITTEE'], { items: [row], next: null });
  const text = wrapper.get('[data-row="u1"]').text();
  expect(text).toContain('3幢2单元502室');
  expect(text).toContain('演示业主甲（1/2、表决代表）');
  expect(text).toContain('138****8000');
  expect(text).toContain('89.36 m²');
});

it('asks for a day, a building and words from the address, and says that it is not today', async () => {
  const { wrapper, asked } = await open(
    ['COMMITTEE'],
    { items: [], next: null },
    '/roll?asOf=2025-03-01&building=b1&q=502',
  );
  expect(asked).toContain(`GET ${at}/roll?asOf=2025-03-01&building=b1&q=502`);
  expect(wrapper.get('[data-testid="as-of-shown"]').text()).toContain('2025年3月1日');
});

it('lets auditors read, but neither export nor change', async () => {
  const { wrapper } = await open(['AUDITOR'], { items: [row], next: null });
  expect(wrapper.text()).toContain('演示业主乙');
  expect(wrapper.find('[data-testid="export-roll"]').exists()).toBe(false);
  expect(wrapper.find('[data-main-action]').exists()).toBe(false);
});

it('tells an empty roll from one where nothing was found, and from one that was refused', async () => {
  const empty = await open(['COMMITTEE'], { items: [], next: null });
  expect(empty.wrapper.get('[data-testid="empty"]').text()).toContain('名册还是空的');
  const searched = await open(['COMMITTEE'], { items: [], next: null }, '/roll?q=999');
  expect(searched.wrapper.get('[data-testid="empty"]').text()).toContain('没有符合条件的户');
  const refused = await open(['COMMITTEE'], () =>
    problem(400, { errors: [{ field: 'asOf', detail: '名册自2026-01-01起才有记录' }] }),
  );
  expect(refused.wrapper.get('[data-testid="problem"]').text()).toContain('名册自2026-01-01起才有记录');
});
