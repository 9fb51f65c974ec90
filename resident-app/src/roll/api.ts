import { call } from '@/api/client';

/** Newest first; the newest few are all that matters. */
export const listPeriods = async (slug: string) =>
  (await call('get', '/api/estates/{slug}/roll/objection-periods', { path: { slug }, query: { limit: 5 } }))
    .items;

export const readFigures = (slug: string) =>
  call('get', '/api/estates/{slug}/roll/figures', { path: { slug } });

/** What that version says of a unit of one's own. */
export const readEntry = (slug: string, unit: string, version: number) =>
  call('get', '/api/estates/{slug}/me/units/{unit}/roll-versions/{version}', {
    path: { slug, unit, version },
  });

export const listObjections = (slug: string, after?: string) =>
  call('get', '/api/estates/{slug}/roll/objections', { path: { slug }, query: { after } });

export const raiseObjection = (slug: string, unit: string, text: string) =>
  call('post', '/api/estates/{slug}/roll/objections', { path: { slug }, body: { unit, text } });
