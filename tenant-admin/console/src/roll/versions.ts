import { answer, fetchFile } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import type { Page } from '@/api/types';

type Schemas = components['schemas'];

export type Version = Schemas['FrozenRoll'];
export type Period = Schemas['ObjectionPeriod'];
/** The document can't say so: not everybody may read what it says, and it may wait for its answer. */
export type Objection = Omit<Schemas['Objection'], 'text' | 'answer'> & {
  text: string | null;
  answer: Schemas['ObjectionAnswer'] | null;
};

const CREATED = 201;

export function listVersions(slug: string, after?: string, limit?: number): Promise<Page<Version>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/roll/versions', {
      params: { path: { slug }, query: { after, limit } },
    }),
  );
}

/** `isNew` is false where the newest version says the same already. */
export async function freezeRoll(
  slug: string,
  reason: string,
): Promise<{ version: Version; isNew: boolean }> {
  const call = memberApi.POST('/api/estates/{slug}/roll/versions', {
    params: { path: { slug } },
    body: { reason },
  });
  const version = await answer(call);
  return { version, isNew: (await call).response.status === CREATED };
}

/** The very bytes the fingerprint is of. */
export function fetchCanonical(slug: string, version: number): Promise<Blob> {
  return fetchFile(`/api/estates/${encodeURIComponent(slug)}/roll/versions/${version}/canonical`);
}

export function listPeriods(slug: string, after?: string): Promise<Page<Period>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/roll/objection-periods', {
      params: { path: { slug }, query: { after } },
    }),
  );
}

export function openPeriod(
  slug: string,
  body: { version: number; from: string; to: string },
): Promise<Period> {
  return answer(
    memberApi.POST('/api/estates/{slug}/roll/objection-periods', { params: { path: { slug } }, body }),
  );
}

export function listObjections(slug: string, after?: string): Promise<Page<Objection>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/roll/objections', { params: { path: { slug }, query: { after } } }),
  );
}

export async function answerObjection(
  slug: string,
  objection: string,
  body: { upheld: boolean; text: string },
): Promise<void> {
  await answer(
    memberApi.POST('/api/estates/{slug}/roll/objections/{objection}/answer', {
      params: { path: { slug, objection } },
      body,
    }),
  );
}
