import { call, callOpenly } from '@/api/client';
import type { FoundEstate } from '@/api/types';

/** The estates the person belongs to. */
export const myEstates = async () => (await call('get', '/api/platform/my-estates', {})).items;

/** Open estates whose name holds this; the first page is enough: a name is typed until it is found. */
export const findEstates = async (q: string): Promise<FoundEstate[]> =>
  (await callOpenly('get', '/api/platform/estate-finder', { query: { q } })).items;

export const readEstate = (slug: string) => callOpenly('get', '/api/estates/{slug}', { path: { slug } });

/** What the person is there. */
export const whoAmI = (slug: string) => call('get', '/api/estates/{slug}/me', { path: { slug } });
