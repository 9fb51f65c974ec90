import { answer } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import type { Page } from '@/api/types';

type Schemas = components['schemas'];

export type Office = Schemas['Appointment']['office'];
/** The document can't say so: null while in office. */
export type Appointment = Omit<Schemas['Appointment'], 'left' | 'leftBecause'> & {
  left: string | null;
  leftBecause: string | null;
};
export type Term = Omit<Schemas['CommitteeTerm'], 'appointments'> & { appointments: Appointment[] };

/** The document can't say so: a guest has no door. */
export type Candidate = Omit<Schemas['FoundTie'], 'door'> & { door: string | null };

export function listTerms(slug: string, after?: string): Promise<Page<Term>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/committee/terms', { params: { path: { slug }, query: { after } } }),
  );
}

export async function openTerm(slug: string, body: { startsOn: string; endsOn: string }): Promise<void> {
  await answer(memberApi.POST('/api/estates/{slug}/committee/terms', { params: { path: { slug } }, body }));
}

export async function appoint(
  slug: string,
  term: string,
  body: { membership: string; office: Office; from: string },
): Promise<void> {
  await answer(
    memberApi.POST('/api/estates/{slug}/committee/terms/{term}/appointments', {
      params: { path: { slug, term } },
      body,
    }),
  );
}

export async function resign(
  slug: string,
  appointment: string,
  body: { on: string; reason: string },
): Promise<void> {
  await answer(
    memberApi.POST('/api/estates/{slug}/committee/appointments/{appointment}/resignation', {
      params: { path: { slug, appointment } },
      body,
    }),
  );
}

/** Those who belong here, by part of name or door; guests by their whole number only. */
export async function findCandidates(slug: string, q: string, owners: boolean): Promise<Candidate[]> {
  const { items } = await answer(
    memberApi.GET('/api/estates/{slug}/candidates', { params: { path: { slug }, query: { q, owners } } }),
  );
  return items;
}
