import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering } from '../../tests/platform';
import { openWith } from '../../tests/uniApp';
import { currentEstate } from '@/estates/current';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import bind from './bind.vue';

const BINDINGS = 'POST /api/estates/disai-yuanyuan/bindings';
const REFRESH = 'POST /api/identity/sessions/refresh';
const given = (accessToken: string) => ({
  accessToken,
  expiresIn: 300,
  refreshToken: null,
  newAccount: false,
});

beforeEach(() => {
  consent.decide(true);
  currentEstate.choose({ slug: 'disai-yuanyuan', name: '迪赛缘园' });
  session.begin(given('access-1'));
});

async function filled() {
  const page = await openPage(bind);
  await page.type('building', '3');
  await page.type('entrance', '2');
  await page.type('room', '502');
  await page.type('name', '林青禾');
  return page;
}

it('binds, and asks for a token that names the estate', async () => {
  const { asked } = answering({
    [BINDINGS]: { status: 202, body: { binding: 'b-1', state: 'VERIFIED' } },
    [REFRESH]: given('access-2'),
  });
  const page = await filled();
  await page.type('id-last-six', '12345x');
  await page.press('bind');
  expect(asked.map((q) => q.key)).toEqual([BINDINGS, REFRESH]);
  expect(asked[0]?.body).toEqual({
    relation: 'OWNER',
    building: '3',
    entrance: '2',
    room: '502',
    name: '林青禾',
    idLastSix: '12345X',
  });
  expect(page.part('binding-result').attributes('data-state')).toBe('VERIFIED');
  expect(page.wrapper.text()).toContain('3幢2单元502室');
  expect(page.has('evidence')).toBe(false);
});

it('offers to hand in a proof while the committee decides', async () => {
  answering({
    [BINDINGS]: { status: 202, body: { binding: 'b-1', state: 'PENDING' } },
    [REFRESH]: given('access-2'),
  });
  const page = await filled();
  await page.press('bind');
  expect(page.has('evidence')).toBe(true);
});

it('asks family and tenants for no id number', async () => {
  const { asked } = answering({
    [BINDINGS]: { status: 202, body: { binding: 'b-1', state: 'PENDING' } },
    [REFRESH]: given('access-2'),
  });
  const page = await filled();
  await page.type('id-last-six', '123456');
  await page.press('choose-TENANT');
  expect(page.has('id-last-six')).toBe(false);
  await page.press('bind');
  expect(asked[0]?.body).toMatchObject({ relation: 'TENANT' });
  expect(asked[0]?.body).not.toHaveProperty('idLastSix');
});

it('keeps a half-filled form for who goes back and comes again', async () => {
  answering({});
  const page = await filled();
  page.wrapper.unmount();
  const again = await openPage(bind);
  expect((again.part('room').element as HTMLInputElement).value).toBe('502');
});

it('keeps nothing of it for the next person on this phone', async () => {
  await filled();
  await session.end(false);
  const again = await openPage(bind);
  expect((again.part('name').element as HTMLInputElement).value).toBe('');
});

const MINE = 'GET /api/estates/disai-yuanyuan/me/bindings';
const proving = async (awaitsDecision: boolean) => {
  openWith({ prove: 'again' });
  answering({
    [BINDINGS]: { status: 202, body: { binding: 'b-1', state: 'VERIFIED' } },
    [REFRESH]: given('access-2'),
    [MINE]: { items: [{ id: 'b-1', awaitsDecision }], next: null },
  });
  const page = await filled();
  await page.type('id-last-six', '123456');
  await page.press('bind');
  return page;
};

it('says that an owner proved anew who they are', async () => {
  const page = await proving(false);
  expect(page.part('binding-result').attributes('data-state')).toBe('VERIFIED');
  expect(page.wrapper.text()).toContain('身份已核验');
});

it('does not take an owner who stays bound for one who proved it', async () => {
  const page = await proving(true);
  expect(page.part('binding-result').attributes('data-state')).toBe('PENDING');
  expect(page.wrapper.text()).toContain('还没有核验成功');
});

it('asks of who proves it only what proves it', async () => {
  openWith({ prove: 'again' });
  const page = await openPage(bind);
  expect(page.has('prove-why')).toBe(true);
  expect(page.has('choose-TENANT')).toBe(false);
  expect(page.has('join-as-guest')).toBe(false);
  expect(page.has('id-last-six')).toBe(true);
});
