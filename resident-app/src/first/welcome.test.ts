import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { phone } from '../../tests/platform';
import { openWith } from '../../tests/uniApp';
import { currentEstate } from '@/estates/current';
import { looks } from '@/looks/looks';
import { consent } from '@/session/consent';
import { session } from '@/session/session';
import welcome from './welcome.vue';

beforeEach(() => {
  session.restore();
  consent.restore();
  currentEstate.restore();
});

it('leads who agrees to the sign-in, and from there to where they were going', async () => {
  openWith({ next: '/membership/accept?code=A1' });
  const page = await openPage(welcome);
  await page.press('agree');
  expect(consent.agreed.value).toBe(true);
  const [{ url }] = phone.reLaunch.mock.calls[0] as [{ url: string }];
  expect(url).toBe(`/signin/signin?next=${encodeURIComponent('/membership/accept?code=A1')}`);
});

it('lets who refuses look around', async () => {
  const page = await openPage(welcome);
  await page.press('refuse');
  expect(consent.agreed.value).toBe(false);
  expect(phone.reLaunch).toHaveBeenCalledWith({ url: '/estates/choose' });
});

it('offers large letters before anything has to be read', async () => {
  const page = await openPage(welcome);
  await page.press('care');
  expect(looks.choice.care).toBe(true);
  expect(page.wrapper.classes()).toContain('care');
  await page.press('care');
  expect(looks.choice.care).toBe(false);
});
