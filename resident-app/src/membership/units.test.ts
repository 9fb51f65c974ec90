import { expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering } from '../../tests/platform';
import { currentEstate } from '@/estates/current';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import units from './units.vue';

const tie = (more: object) => ({
  id: 'b-1',
  door: '3幢2单元502室',
  unit: 'u-1',
  relation: 'TENANT',
  state: 'VERIFIED',
  rights: 'RESIDENT',
  awaitsDecision: false,
  until: null,
  askedAt: '2026-11-22T04:00:00Z',
  reason: null,
  ...more,
});

async function open(more: object) {
  consent.decide(true);
  currentEstate.choose({ slug: 'disai-yuanyuan', name: '迪赛缘园' });
  session.begin({ accessToken: 'a', expiresIn: 300, refreshToken: null, newAccount: false });
  answering({ 'GET /api/estates/disai-yuanyuan/me/bindings': { items: [tie(more)], next: null } });
  return openPage(units);
}

it('shows a neighbour as one who joined, not as somebody without a home', async () => {
  const page = await open({ relation: 'GUEST', rights: 'GUEST', door: null, unit: null });
  expect(page.wrapper.text()).toContain('邻居');
  expect(page.wrapper.text()).toContain('已加入');
  expect(page.wrapper.text()).not.toContain('没有对应的房屋');
  expect(page.part('add').text()).toBe('绑定房屋');
});

it('shows a tenant when the lease ends, and nothing of an owner', async () => {
  const page = await open({ until: '2027-06-30' });
  expect(page.wrapper.text()).toContain('2027年6月30日');
  expect(page.has('invite-u-1')).toBe(false);
  expect(page.part('add').text()).toBe('绑定另一套房屋');
});
