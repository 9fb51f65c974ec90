import { m } from '@/messages';
import type { Request } from './api';

/** How what was claimed stands to the roll. */
export function matchWords(request: Pick<Request, 'onRoll' | 'matched'>): string {
  if (!request.onRoll) return m.requests.notOnRoll;
  return request.matched ? m.requests.matched : m.requests.unmatched;
}

/** What an accepted request gives. */
export function rightsAfter(request: Pick<Request, 'relation'>): string {
  return request.relation === 'OWNER' ? m.rights.OWNER! : m.rights.RESIDENT!;
}
