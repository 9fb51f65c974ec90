import { answer, api, fetchFile } from '@/api/client';
import type { Estate, Page, Run, RunState, Workbook } from '@/api/types';
import { uploadFile } from '@/api/upload';

const of = (estate: string) => ({ params: { path: { estate } } });
const ofRun = (run: string) => ({ params: { path: { run } } });

export interface NewEstate {
  name: string;
  slug: string;
  communityId: string;
  address: string;
}

export function applyForEstate(body: NewEstate): Promise<Estate> {
  return answer(api.POST('/api/platform/estates', { body }));
}

export async function suggestSlug(name: string): Promise<string> {
  const { slug } = await answer(api.GET('/api/platform/slug-suggestion', { params: { query: { name } } }));
  return slug;
}

/** The slug may be settled here: a committee's form has none of its own. */
export function verifyEstate(estate: string, slug: string) {
  return answer(api.POST('/api/platform/estates/{estate}/verification', { ...of(estate), body: { slug } }));
}

export function rejectEstate(estate: string, reason: string) {
  return answer(api.POST('/api/platform/estates/{estate}/rejection', { ...of(estate), body: { reason } }));
}

/** The newest first. */
export async function latestWorkbook(estate: string): Promise<Workbook | null> {
  const page: Page<Workbook> = await answer(
    api.GET('/api/platform/estates/{estate}/workbooks', {
      params: { path: { estate }, query: { limit: 1 } },
    }),
  );
  return page.items[0] ?? null;
}

export function uploadWorkbook(
  estate: string,
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Workbook> {
  return uploadFile(
    `/api/platform/estates/${encodeURIComponent(estate)}/workbooks`,
    file,
    onProgress,
    signal,
  );
}

export function fetchTemplate(): Promise<Blob> {
  return fetchFile('/api/platform/workbook-template');
}

export function fetchMarkedCopy(estate: string, workbook: string): Promise<Blob> {
  const path = [estate, 'workbooks', workbook, 'marked-copy'].map(encodeURIComponent).join('/');
  return fetchFile(`/api/platform/estates/${path}`);
}

export function startRun(estate: string, workbookId: string): Promise<Run> {
  return answer(
    api.POST('/api/platform/estates/{estate}/onboarding-runs', { ...of(estate), body: { workbookId } }),
  );
}

export function listRuns(state?: RunState, after?: string, limit?: number): Promise<Page<Run>> {
  return answer(api.GET('/api/platform/onboarding-runs', { params: { query: { state, after, limit } } }));
}

export function fetchRun(run: string): Promise<Run> {
  return answer(api.GET('/api/platform/onboarding-runs/{run}', ofRun(run)));
}

export function retryRun(run: string): Promise<Run> {
  return answer(api.POST('/api/platform/onboarding-runs/{run}/retry', ofRun(run)));
}

export function undoRun(run: string): Promise<Run> {
  return answer(api.POST('/api/platform/onboarding-runs/{run}/compensation', ofRun(run)));
}
