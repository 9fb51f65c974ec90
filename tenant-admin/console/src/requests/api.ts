import { answer, fetchFile } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import type { Page } from '@/api/types';

type Schemas = components['schemas'];

export type State = Schemas['BindingRequest']['state'];
// The document can't say what may be null.
export type Request = Omit<Schemas['BindingRequest'], 'door' | 'rights' | 'reason'> & {
  door: string | null;
  rights: Schemas['BindingRequest']['rights'] | null;
  reason: string | null;
};

export function listRequests(
  slug: string,
  state: State,
  after?: string,
  limit?: number,
): Promise<Page<Request>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/binding-requests', {
      params: { path: { slug }, query: { state, after, limit } },
    }),
  );
}

export async function decide(
  slug: string,
  request: string,
  decision: { accepted: boolean; reason: string; person?: string },
): Promise<void> {
  await answer(
    memberApi.POST('/api/estates/{slug}/binding-requests/{membership}/decision', {
      params: { path: { slug, membership: request } },
      body: decision,
    }),
  );
}

export async function revoke(slug: string, membership: string, reason: string): Promise<void> {
  await answer(
    memberApi.POST('/api/estates/{slug}/memberships/{membership}/revocation', {
      params: { path: { slug, membership } },
      body: { reason },
    }),
  );
}

/** What somebody handed in; that it was looked at is noted. */
export function fetchEvidence(slug: string, media: string): Promise<Blob> {
  return fetchFile(`/api/estates/${encodeURIComponent(slug)}/media/${encodeURIComponent(media)}`);
}
