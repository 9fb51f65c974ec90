import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, it, vi } from 'vitest';
import { session } from '@/auth/session';
import { answering, problem } from '../../tests/mount';
import { makeRouter } from './index';

const estate = (n: number) => ({
  id: `e${n}`,
  slug: `estate-${n}`,
  name: `小区 ${n}`,
  community: '',
  state: 'ACTIVE',
});
const clerk = { username: 'clerk', name: '演示', roles: ['office-staff'], offices: [] };

function signedIn({ office, estates = 0 }: { office?: object; estates?: number }): void {
  vi.spyOn(session, 'token').mockResolvedValue('t');
  vi.spyOn(session, 'person').mockResolvedValue({ name: '演示', belongsToEstates: estates > 0 });
  const items = Array.from({ length: estates }, (_, n) => estate(n + 1));
  const { fetch } = answering({
    'GET /api/platform/me': office ?? (() => problem(403, {})),
    'GET /api/platform/my-estates': { items },
  });
  vi.stubGlobal('fetch', fetch);
}

async function landing(path: string): Promise<string> {
  const router = makeRouter();
  await router.push(path);
  return router.currentRoute.value.fullPath;
}

beforeEach(() => setActivePinia(createPinia()));

it('brings a member without an office to the estate that is theirs', async () => {
  signedIn({ estates: 1 });
  expect(await landing('/')).toBe('/my/estate-1');
});

it('lets a member of several estates choose', async () => {
  signedIn({ estates: 2 });
  expect(await landing('/cells')).toBe('/my');
});

it('tells somebody who belongs nowhere', async () => {
  signedIn({});
  expect(await landing('/')).toBe('/no-office');
});

it('leaves a clerk where they wanted to go, but not on the platform’s pages', async () => {
  signedIn({ office: clerk });
  expect(await landing('/offices')).toBe('/offices');
  expect(await landing('/cells')).toBe('/');
});
