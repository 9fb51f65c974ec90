import { callOpenly } from '@/api/client';

export const readNotice = (slug: string, notice: string) =>
  callOpenly('get', '/api/estates/{slug}/notices/{notice}', { path: { slug, notice } });
