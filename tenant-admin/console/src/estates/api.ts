import { answer, api, fetchFile } from '@/api/client';
import type { Estate, EstateState, Page } from '@/api/types';

export interface EstateFilter {
  state?: string;
  office?: string;
  q?: string;
}

export function listEstates(filter: EstateFilter, after?: string, limit?: number): Promise<Page<Estate>> {
  const query = {
    state: (filter.state || undefined) as EstateState | undefined,
    office: filter.office || undefined,
    q: filter.q?.trim() || undefined,
    after,
    limit,
  };
  return answer(api.GET('/api/platform/estates', { params: { query } }));
}

export function fetchEstate(estate: string): Promise<Estate> {
  return answer(api.GET('/api/platform/estates/{estate}', { params: { path: { estate } } }));
}

export function suspendEstate(estate: string, reason: string) {
  return answer(
    api.POST('/api/platform/estates/{estate}/suspension', { params: { path: { estate } }, body: { reason } }),
  );
}

export function reactivateEstate(estate: string) {
  return answer(api.POST('/api/platform/estates/{estate}/reactivation', { params: { path: { estate } } }));
}

/** @param nevertheless although nobody of the committee has the passphrase that opens the archive */
export function archiveEstate(estate: string, reason: string, slugTyped: string, nevertheless: boolean) {
  return answer(
    api.POST('/api/platform/estates/{estate}/archiving', {
      params: { path: { estate } },
      body: { reason, slugTyped, evenIfPassphraseNotTaken: nevertheless },
    }),
  );
}

/** @param nevertheless although nobody ever fetched the archive, which goes with the estate */
export function deleteEstate(estate: string, slugTyped: string, nevertheless: boolean) {
  return answer(
    api.POST('/api/platform/estates/{estate}/deletion', {
      params: { path: { estate } },
      body: { slugTyped, evenIfNotFetched: nevertheless },
    }),
  );
}

export function exportEstate(estate: string): Promise<Blob> {
  return fetchFile(`/api/platform/estates/${encodeURIComponent(estate)}/export`);
}

/** @param sha256 of the archive as it was saved, in hex: without it, deleting the estate is refused */
export function confirmExport(estate: string, sha256: string) {
  return answer(
    api.PUT('/api/platform/estates/{estate}/export/fetched', {
      params: { path: { estate } },
      body: { sha256 },
    }),
  );
}

export function grantCommitteeAccess(estate: string) {
  return answer(
    api.POST('/api/platform/estates/{estate}/committee-access', { params: { path: { estate } } }),
  );
}
