import { expect, it } from 'vitest';
import type { Binding } from '@/api/types';
import { needsOf, type Situation } from './needs';

const binding = (state: Binding['state']): Binding => ({
  id: `b-${state}`,
  door: '3幢2单元502室',
  unit: null,
  relation: 'OWNER',
  state,
  rights: null,
  awaitsDecision: state === 'PENDING',
  until: null,
  askedAt: '2026-11-22T04:00:00Z',
  reason: state === 'REJECTED' ? '姓名不符' : null,
});

const keys = (situation: Partial<Situation>) =>
  needsOf({ signedIn: true, roles: [], bindings: [], unread: 0, ...situation }).map((n) => n.key);

it('asks a visitor to sign in, and for nothing else', () => {
  expect(keys({ signedIn: false, unread: 3 })).toEqual(['sign-in']);
});

it('asks who belongs nowhere to bind a unit, a neighbour too', () => {
  expect(keys({})).toEqual(['bind']);
  const guest = { ...binding('VERIFIED'), relation: 'GUEST' as const };
  expect(keys({ roles: ['GUEST'], bindings: [guest] })).toEqual(['bind']);
});

it('asks an owner for nothing', () => {
  expect(keys({ roles: ['OWNER'], bindings: [binding('VERIFIED')] })).toEqual([]);
});

it('does not ask again while a binding is being decided', () => {
  expect(keys({ bindings: [binding('PENDING')] })).toEqual(['pending-b-PENDING']);
});

it('puts what was refused first, with its reason', () => {
  const [first] = needsOf({ signedIn: true, roles: [], bindings: [binding('REJECTED')], unread: 2 });
  expect(first).toMatchObject({ key: 'rejected-b-REJECTED', urgent: true });
  expect(first?.note).toContain('姓名不符');
  expect(keys({ bindings: [binding('REJECTED')], unread: 2 })).toEqual([
    'rejected-b-REJECTED',
    'bind',
    'unread',
  ]);
});
