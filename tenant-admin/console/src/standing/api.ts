import { answer } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import type { Page } from '@/api/types';

type Schemas = components['schemas'];

export type Registration = Schemas['RegistrationFigures'];
export type Reading = Schemas['PersonalDataReading'];

export function readRegistration(slug: string): Promise<Registration> {
  return answer(memberApi.GET('/api/estates/{slug}/registration', { params: { path: { slug } } }));
}

export function listReadings(slug: string, after?: string, limit?: number): Promise<Page<Reading>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/disclosures', { params: { path: { slug }, query: { after, limit } } }),
  );
}
