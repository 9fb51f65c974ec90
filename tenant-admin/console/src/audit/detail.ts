import type { AuditEvent } from '@/api/types';
import { m } from '@/messages';

/** What an event says beyond its act, for those parts that mean something to a person. */
export function detailWords(event: Pick<AuditEvent, 'detail'>): string {
  return Object.entries(event.detail ?? {})
    .filter(
      ([key, value]) => key in m.auditDetail && (typeof value === 'string' || typeof value === 'number'),
    )
    .map(([key, value]) => m.auditDetail[key]!(String(value)))
    .join(m.list.semicolon);
}
