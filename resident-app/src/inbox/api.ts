import { call } from '@/api/client';
import type { MessageSettings } from '@/api/types';

export const markRead = (slug: string, message: string) =>
  call('post', '/api/estates/{slug}/me/messages/{message}/reading', { path: { slug, message } });

export const readSettings = (slug: string) =>
  call('get', '/api/estates/{slug}/me/message-settings', { path: { slug } });

export const writeSettings = (slug: string, settings: MessageSettings) =>
  call('put', '/api/estates/{slug}/me/message-settings', { path: { slug }, body: settings });
