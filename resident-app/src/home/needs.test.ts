import { expect, it } from 'vitest';
import type { Binding } from '@/api/types';
import { needsOf, type Situation } from './needs';

const binding = (state: Binding['state']): Binding => ({
  binding: `b-${state}`,
  unit: null,
  building: '3',
  entrance: '2',
  room: '502',
  relation: 'OWNER',
  state,
  ownersRights: false,
  reason: state === 'REJECTED' ? '姓名不符' : null,
  until: null,
  askedAt: '2026-11-22T04:00:00Z',
  evidence: 0,
});

const keys = (situation: Partial<Situation>) =>
  needsOf({ signedIn: true, roles: [], bindings: [], unread: 0, ...situation }).map((n) => n.key);

it('asks a visitor to sign in, and for nothing else', () => {
  expect(keys({ signedIn: false, unread: 3 })).toEqual(['sign-in']);
});

it('asks who belongs nowhere to bind a unit, a neighbour too', () => {
  expect(keys({})).toEqual(['bind']);
  expect(keys({ roles: ['GUEST'] })).toEqual(['bind']);
});

it('asks an owner for nothing', () => {
  expect(keys({ roles: ['OWNER'], bindings: [binding('VERIFIED')] })).toEqual([]);
});

it('does not ask again while a binding is being decided', () => {
  expect(keys({ bindings: [binding('PENDING')] })).toEqual(['b-PENDING'].map((b) => `pending-${b}`));
});

it('puts what was refused first, with its reason', () => {
  const [first] = needsOf({ signedIn: true, roles: [], bindings: [binding('REJECTED')], unread: 2 });
  expect(first).toMatchObject({ key: 'rejected-b-REJECTED', urgent: true });
  expect(first?.note).toContain('姓名不符');
  expect(keys({ bindings: [binding('REJECTED')], unread: 2 })).toEqual(['rejected-b-REJECTED', 'bind', 'unread']);
});
