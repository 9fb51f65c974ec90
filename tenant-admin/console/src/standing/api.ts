import { answer } from '@/api/client';
import type { components, paths } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import type { Page } from '@/api/types';

type Schemas = components['schemas'];

export type Registration = Schemas['RegistrationFigures'];
export type Reading = Schemas['PersonalDataReading'];

export type AuditKind = NonNullable<
  paths['/api/estates/{slug}/audit']['get']['parameters']['query']
>['kind'] &
  string;
export type AuditEntry = Omit<Schemas['AuditEntry'], 'about' | 'detail'> & {
  about: string | null;
  detail: Record<string, string | undefined>;
};

export function readAudit(
  slug: string,
  filter: { kind: string; day: string },
  after?: string,
  limit?: number,
): Promise<Page<AuditEntry>> {
  const query = {
    kind: (filter.kind as AuditKind) || undefined,
    day: filter.day || undefined,
    after,
    limit,
  };
  return answer(memberApi.GET('/api/estates/{slug}/audit', { params: { path: { slug }, query } }));
}

export function readRegistration(slug: string): Promise<Registration> {
  return answer(memberApi.GET('/api/estates/{slug}/registration', { params: { path: { slug } } }));
}

export function listReadings(slug: string, after?: string, limit?: number): Promise<Page<Reading>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/disclosures', { params: { path: { slug }, query: { after, limit } } }),
  );
}
