import { call } from '@/api/client';

export const markRead = (slug: string, message: string) =>
  call('post', '/api/estates/{slug}/me/messages/{message}/reading', { path: { slug, message } });
