import { expect, it, vi } from 'vitest';
import { session } from '@/auth/session';
import { problem } from '../../tests/mount';
import { answer, api, fetchFile } from './client';

it('renews a refused token once and asks again with the new one', async () => {
  vi.spyOn(session, 'token').mockResolvedValue('old');
  const renew = vi.spyOn(session, 'renew').mockResolvedValue('new');
  const sent: (string | null)[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const token = request.headers.get('Authorization');
    sent.push(token);
    return token === 'Bearer new' ? Response.json({ name: '演示' }) : problem(401, {});
  });
  expect(await answer(api.GET('/api/platform/me'))).toEqual({ name: '演示' });
  expect(sent).toEqual(['Bearer old', 'Bearer new']);
  expect(renew).toHaveBeenCalledOnce();
});

it('gives up when the sign-in is over', async () => {
  vi.spyOn(session, 'token').mockResolvedValue('old');
  vi.spyOn(session, 'renew').mockResolvedValue(null);
  vi.stubGlobal('fetch', async () => problem(401, { requestId: 'r' }));
  await expect(answer(api.GET('/api/platform/me'))).rejects.toMatchObject({ problem: { status: 401 } });
});

it('takes a file of whatever kind, and says what it must say first', async () => {
  vi.spyOn(session, 'token').mockResolvedValue('t');
  const asked: [string, string | null, string][] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push([request.method, request.headers.get('Accept'), await request.text()]);
    return new Response('roll', { headers: { 'Content-Type': 'text/plain' } });
  });
  expect(await (await fetchFile('/canonical')).text()).toBe('roll');
  await fetchFile('/export', { reason: '换届' });
  expect(asked).toEqual([
    ['GET', '*/*', ''],
    ['POST', '*/*', '{"reason":"换届"}'],
  ]);
});
