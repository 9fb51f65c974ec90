import { answer, api } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import type { MyEstate } from '@/api/types';

type Schemas = components['schemas'];

export type Membership = Schemas['Me'];
export type Fund = Schemas['Fund'];

const NOTICES = 5;

const of = (slug: string) => ({ params: { path: { slug } } });

/** The estates the caller belongs to, by the token. */
export async function fetchMyEstates(): Promise<MyEstate[]> {
  const { items } = await answer(api.GET('/api/platform/my-estates'));
  return items;
}

export function fetchMembership(slug: string) {
  return answer(memberApi.GET('/api/estates/{slug}/me', of(slug)));
}

export function fetchProfile(slug: string) {
  return answer(memberApi.GET('/api/estates/{slug}/profile', of(slug)));
}

export async function listFunds(slug: string) {
  const { items } = await answer(memberApi.GET('/api/estates/{slug}/funds', of(slug)));
  return items;
}

/** The newest version of the roll; null before the first. */
export async function latestRoll(slug: string) {
  const { items } = await answer(
    memberApi.GET('/api/estates/{slug}/roll/versions', {
      params: { path: { slug }, query: { limit: 1 } },
    }),
  );
  return items[0] ?? null;
}

export async function latestNotices(slug: string) {
  const { items } = await answer(
    memberApi.GET('/api/estates/{slug}/notices', { params: { path: { slug }, query: { limit: NOTICES } } }),
  );
  return items;
}

/** The document can't say so: null until somebody read it before, and until somebody said that it is copied down. */
export type Passphrase = Omit<Schemas['ArchivePassphrase'], 'firstReadAt' | 'takenAt'> & {
  firstReadAt: string | null;
  takenAt: string | null;
};

/** Only shows it; each reading is noted in the estate's own records. */
export function readPassphrase(slug: string): Promise<Passphrase> {
  return answer(memberApi.GET('/api/estates/{slug}/archive-passphrase', of(slug)));
}

/** Says that it is copied down, which is what archiving waits for. */
export function takePassphrase(slug: string) {
  return answer(memberApi.PUT('/api/estates/{slug}/archive-passphrase/taken', of(slug)));
}
