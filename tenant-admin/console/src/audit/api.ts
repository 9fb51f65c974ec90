import { answer, api } from '@/api/client';
import type { AuditEvent, Page } from '@/api/types';

export interface AuditFilter {
  estate?: string;
  office?: string;
  act?: string;
}

export function listAudit(filter: AuditFilter, after?: string, limit?: number): Promise<Page<AuditEvent>> {
  const query = {
    estate: filter.estate || undefined,
    office: filter.office || undefined,
    act: filter.act || undefined,
    after,
    limit,
  };
  return answer(api.GET('/api/platform/audit', { params: { query } }));
}
