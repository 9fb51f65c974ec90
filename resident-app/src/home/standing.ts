import { hasStatus } from '@/api/problem';
import type { Binding, Me } from '@/api/types';
import { whoAmI } from '@/estates/api';
import { recordConsent } from '@/session/consentRecord';
import { session } from '@/session/session';
import { listBindings, listMessages } from './api';

/** What somebody is in an estate, and what they asked to be. */
export interface Standing {
  me: Me | null;
  bindings: Binding[];
  unread: number;
}

const NOBODY: Standing = { me: null, bindings: [], unread: 0 };

export async function readStanding(slug: string): Promise<Standing> {
  if (!session.signedIn.value) return NOBODY;
  const bindings = (await orNull(listBindings(slug))) ?? [];
  if (!session.signedIn.value) return NOBODY;
  void recordConsent(slug);
  const me = await membershipOf(slug, bindings);
  const messages = me && (await orNull(listMessages(slug)));
  return { me, bindings, unread: messages?.items.filter((one) => !one.readAt).length ?? 0 };
}

const NEIGHBOUR: Me = { name: null, roles: ['GUEST'] };

/** What somebody with these bindings is in an estate; null for who belongs nowhere yet. */
export async function membershipOf(slug: string, bindings: Binding[]): Promise<Me | null> {
  const me = await orNull(whoAmI(slug));
  if (me) return me;
  const stands = bindings.filter((b) => b.state === 'VERIFIED');
  // The estate tells only who lives there who they are.
  if (stands.every((b) => b.relation === 'GUEST')) return stands.length > 0 ? NEIGHBOUR : null;
  // The token names the estates one belongs to; one from before the committee's decision does not name this one yet.
  await session.renew();
  return orNull(whoAmI(slug));
}

// Who belongs nowhere yet is refused: that is no fault.
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (hasStatus(error, 401, 403, 404)) return null;
    throw error;
  }
}
