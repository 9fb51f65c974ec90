import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering } from '../../tests/platform';
import { currentEstate } from '@/estates/current';
import { dayOf } from '@/format';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import page from './objections.vue';
import { current } from './period';

const ESTATE = '/api/estates/disai-yuanyuan';
const ENTRY = `GET ${ESTATE}/me/units/u-1/roll-versions/2`;
const OBJECTIONS = `GET ${ESTATE}/roll/objections`;
const RAISE = `POST ${ESTATE}/roll/objections`;
const day = (fromNow: number) => dayOf(new Date(Date.now() + fromNow * 86_400_000));
const period = (from: number, to: number) => ({ id: 'p-1', version: 2, from: day(from), to: day(to) });
const list = (...items: unknown[]) => ({ items, next: null });
const owned = (unit: string, door: string) => ({ id: `b-${unit}`, unit, door, rights: 'OWNER' });
const entry = (name: string) => ({
  version: 2,
  areaDm2: 8_950,
  use: 'HOUSE',
  state: 'SOLD',
  holders: [{ name, share: '1/1', nominated: false, representative: null }],
});
const answers = (more: Record<string, unknown> = {}) => ({
  [`GET ${ESTATE}/roll/objection-periods`]: list(period(-1, 1)),
  [`GET ${ESTATE}/roll/figures`]: { units: 4, owners: 3, totalAreaDm2: 20_000 },
  [`GET ${ESTATE}/me/bindings`]: list(owned('u-1', '3幢502室'), {
    id: 'b-9',
    unit: 'u-9',
    rights: 'RESIDENT',
  }),
  [ENTRY]: entry('林青禾'),
  [OBJECTIONS]: list(),
  ...more,
});

beforeEach(() => {
  consent.decide(true);
  currentEstate.choose({ slug: 'disai-yuanyuan', name: '迪赛缘园' });
  session.begin({ accessToken: 'a', expiresIn: 300, refreshToken: null, newAccount: false });
});

it('shows what the version that is put up says of the units one owns, and no other', async () => {
  const { asked } = answering(answers());
  const open = await openPage(page);
  expect(open.part('entry-u-1').text()).toContain('林青禾');
  expect(open.part('entry-u-1').text()).toContain('89.50 m²');
  expect(open.has('entry-u-9')).toBe(false);
  expect(asked.some(({ key }) => key === ENTRY)).toBe(true);
});

it('takes an objection to one of several units, and shows it', async () => {
  const table: Record<string, unknown> = answers({
    [`GET ${ESTATE}/me/bindings`]: list(owned('u-1', '3幢502室'), owned('u-2', '8幢101室')),
    [`GET ${ESTATE}/me/units/u-2/roll-versions/2`]: entry('林青禾'),
    [RAISE]: { status: 201, body: { id: 'o-1' } },
  });
  const { asked } = answering(table);
  const open = await openPage(page);
  await open.press('raise');
  expect(open.wrapper.text()).toContain('请填写哪里不对');
  await open.press('choose-u-2');
  await open.type('objection', ' 面积不对 ');
  table[OBJECTIONS] = list({
    id: 'o-1',
    number: '8幢101室',
    at: new Date().toISOString(),
    mine: true,
    text: '面积不对',
    answer: null,
  });
  await open.press('raise');
  expect(asked.find(({ key }) => key === RAISE)?.body).toEqual({ unit: 'u-2', text: '面积不对' });
  expect(open.has('raised')).toBe(true);
  expect(open.part('one-objection').text()).toContain('等待答复');
});

it('shows the answer to another owner’s objection, and that its words are theirs', async () => {
  const answer = { upheld: true, text: '已更正', at: '2026-11-20T04:00:00Z' };
  const of = { id: 'o-1', number: '8幢101室', at: '2026-11-19T04:00:00Z', mine: false, text: null, answer };
  answering(answers({ [OBJECTIONS]: list(of) }));
  const open = await openPage(page);
  const shown = open.part('one-objection').text();
  for (const word of ['异议成立', '已更正', '内容不公开']) expect(shown).toContain(word);
});

it('takes none after the last day, and says when there is no period at all', async () => {
  const periods = `GET ${ESTATE}/roll/objection-periods`;
  answering(answers({ [periods]: list(period(-9, -1)) }));
  const over = await openPage(page);
  expect(over.has('raise')).toBe(false);
  expect(over.wrapper.text()).toContain('公示已结束');
  over.wrapper.unmount();
  answering(answers({ [periods]: list() }));
  expect((await openPage(page)).has('empty')).toBe(true);
});

it('is about the open period, else the next, else the last', () => {
  const [past, older, next, open] = [period(-9, -5), period(-30, -20), period(3, 5), period(0, 0)];
  expect(current([older, past, next, open], day(0))).toBe(open);
  expect(current([older, past, next], day(0))).toBe(next);
  expect(current([older, past], day(0))).toBe(past);
});
