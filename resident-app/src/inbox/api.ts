import { call } from '@/api/client';

export const listMessages = (slug: string, after?: string) =>
  call('get', '/api/estates/{slug}/me/messages', { path: { slug }, query: { after } });

export const markRead = (slug: string, message: string) =>
  call('post', '/api/estates/{slug}/me/messages/{message}/reading', { path: { slug, message } });
