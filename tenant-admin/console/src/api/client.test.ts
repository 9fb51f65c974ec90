import { expect, it, vi } from 'vitest';
import { session } from '@/auth/session';
import { problem } from '../../tests/mount';
import { answer, api } from './client';

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
