import { call, callOpenly } from '@/api/client';

// What the home page reads stands here: the main package can reach no file of a subpackage.

export const listNotices = (slug: string, limit: number, after?: string) =>
  callOpenly('get', '/api/estates/{slug}/notices', { path: { slug }, query: { limit, after } });

export const listMessages = (slug: string, after?: string) =>
  call('get', '/api/estates/{slug}/me/messages', { path: { slug }, query: { after } });

export const listBindings = async (slug: string) =>
  (await call('get', '/api/estates/{slug}/me/bindings', { path: { slug } })).items;
