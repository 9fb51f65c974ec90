import { callOpenly } from '@/api/client';

export const listNotices = (slug: string, limit: number, after?: string) =>
  callOpenly('get', '/api/estates/{slug}/notices', { path: { slug }, query: { limit, after } });

export const readNotice = (slug: string, notice: string) =>
  callOpenly('get', '/api/estates/{slug}/notices/{notice}', { path: { slug, notice } });
