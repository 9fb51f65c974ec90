import { m } from '@/messages';
import type { AuditEntry, AuditKind } from './api';

export const kinds: AuditKind[] = ['EXPORT', 'READING', 'ROLL', 'MEMBER', 'OFFICE', 'OTHER'];

/** Whose or which door's; a version of the roll is known by its number. */
export function aboutWords({ act, about }: AuditEntry): string {
  if (!about) return '';
  return act === 'roll.freeze' ? m.versions.nth(Number(about)) : about;
}

/** What else was noted, as far as it says something to people: ids don't. */
export function detailWords({ detail }: AuditEntry): string {
  const words = [
    detail.reason ? m.estateAudit.reason(detail.reason) : '',
    detail.units ? m.estateAudit.units(detail.units) : '',
    detail.field ? (m.rollUnit.field[detail.field] ?? detail.field) : '',
    detail.post ? (m.staff.posts[detail.post] ?? detail.post) : '',
    detail.accepted ? m.estateAudit.accepted[detail.accepted] : '',
    detail.upheld ? m.estateAudit.upheld[detail.upheld] : '',
    detail.version ? m.versions.nth(Number(detail.version)) : '',
  ];
  return words.filter(Boolean).join(m.list.semicolon);
}
