import { answer } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import { readAll } from '@/api/readAll';
import type { Page } from '@/api/types';
import { listRequests } from '@/requests/api';

type Schemas = components['schemas'];

export type Office = Schemas['Appointment']['office'];
/** The document can't say so: null while in office. */
export type Appointment = Omit<Schemas['Appointment'], 'left' | 'leftBecause'> & {
  left: string | null;
  leftBecause: string | null;
};
export type Term = Omit<Schemas['CommitteeTerm'], 'appointments'> & { appointments: Appointment[] };

export interface Candidate {
  membership: string;
  label: string;
}

const MEMBERS_AT_MOST = 1000;

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

/** Owners by the roll, who alone may hold an office. */
export async function listCandidates(slug: string): Promise<{ owners: Candidate[]; cut: boolean }> {
  const { items, cut } = await readAll(
    (after, limit) => listRequests(slug, 'VERIFIED', after, limit),
    MEMBERS_AT_MOST,
  );
  const owners = items
    .filter((tie) => tie.rights === 'OWNER')
    .map((tie) => ({ membership: tie.id, label: [tie.name, tie.door].filter(Boolean).join(' ') }));
  return { owners, cut };
}
