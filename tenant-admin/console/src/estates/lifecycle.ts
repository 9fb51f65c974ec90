import type { Estate, EstateState } from '@/api/types';
import { m } from '@/messages';

export type EstateAct = 'suspend' | 'reactivate' | 'archive' | 'delete';

export function isOnboarding(state: EstateState): boolean {
  return state === 'APPLIED' || state === 'VERIFIED' || state === 'PROVISIONING';
}

/** Residents can see it. */
export function isPublic(state: EstateState): boolean {
  return state === 'ACTIVE' || state === 'SUSPENDED';
}

/** What may be done now; deleting only after the grace period. */
export function actsOn(estate: Pick<Estate, 'state' | 'deleteAfter'>, now = new Date()): EstateAct[] {
  switch (estate.state) {
    case 'ACTIVE':
      return ['suspend', 'archive'];
    case 'SUSPENDED':
      return ['reactivate', 'archive'];
    case 'ARCHIVED':
      return estate.deleteAfter && new Date(estate.deleteAfter) <= now ? ['delete'] : [];
    default:
      return [];
  }
}

/** What goes on in the background at the end of an estate, and what hinders it; null if nothing does. */
export function archiveProgress(estate: Pick<Estate, 'archive'>): { title: string; words: string } | null {
  const { state, attempts, detail } = estate.archive ?? { state: '' };
  if (state !== 'EXPORTING' && state !== 'DELETING') return null;
  return {
    title: state === 'EXPORTING' ? m.estate.archiving : m.estate.deleting,
    words: detail ? m.estate.failedSoFar(attempts ?? 0, detail) : m.estate.underWay,
  };
}

export interface Milestone {
  key: 'created' | 'activated' | 'suspended' | 'archived';
  at: string;
}

/** What the estate has been through, oldest first. */
export function milestones(estate: Estate): Milestone[] {
  const all = [
    { key: 'created', at: estate.createdAt },
    { key: 'activated', at: estate.activatedAt },
    { key: 'suspended', at: estate.suspendedAt },
    { key: 'archived', at: estate.archivedAt },
  ] as const;
  return all
    .filter((step): step is Milestone => Boolean(step.at))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
