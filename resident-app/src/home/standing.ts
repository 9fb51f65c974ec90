import { hasStatus } from '@/api/problem';
import type { Binding, Me } from '@/api/types';
import { whoAmI } from '@/estates/api';
import { listMessages } from '@/inbox/api';
import { recordConsent } from '@/me/consentRecord';
import { listBindings } from '@/membership/api';
import { session } from '@/session/session';

/** What somebody is in an estate, and what they asked to be. */
export interface Standing {
  me: Me | null;
  bindings: Binding[];
  unread: number;
}

const NOBODY: Standing = { me: null, bindings: [], unread: 0 };

export async function readStanding(slug: string): Promise<Standing> {
  if (!session.signedIn.value) return NOBODY;
  const [bindings, me] = await Promise.all([listBindings(slug), orNull(whoAmI(slug))]);
  if (!session.signedIn.value) return NOBODY;
  if (me) void recordConsent(slug);
  const messages = me && (await orNull(listMessages(slug)));
  return { me, bindings, unread: messages?.unread ?? 0 };
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
