import { beforeEach, expect, it, vi } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering, phone } from '../../tests/platform';
import { currentEstate } from '@/estates/current';
import { consent } from '@/session/consent';
import data from './data.vue';

const DATA = 'GET /api/estates/disai-yuanyuan/me/data';
const saved: Blob[] = [];

beforeEach(() => {
  consent.decide(true);
  currentEstate.choose({ slug: 'disai-yuanyuan', name: '迪赛缘园' });
  saved.length = 0;
  // jsdom has no files to save to.
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: (b: Blob) => saved.push(b) && '#', revokeObjectURL() {} }),
  );
});

it('saves what an estate keeps of the person as a file', async () => {
  const kept = { estate: '迪赛缘园', sections: { bindings: [{ door: '3幢2单元502室' }] } };
  answering({ [DATA]: kept });
  const page = await openPage(data);
  await page.press('save');
  expect(page.has('saved')).toBe(true);
  expect(saved).toHaveLength(1);
  expect(saved[0]?.type).toBe('application/json');
});

it('saves nothing when it is refused', async () => {
  answering({ [DATA]: { status: 503, body: {} } });
  const page = await openPage(data);
  await page.press('save');
  expect(page.has('saved')).toBe(false);
  expect(page.has('problem')).toBe(true);
  expect(saved).toEqual([]);
});

it('leads whose number may have changed hands to where they prove who they are', async () => {
  answering({
    [DATA]: { status: 403, body: { type: '/problems/reverification-needed', title: '请先重新核验身份' } },
  });
  const page = await openPage(data);
  await page.press('save');
  await page.press('prove-again');
  expect(phone.navigateTo).toHaveBeenCalledWith({ url: '/membership/bind?prove=again' });
});
