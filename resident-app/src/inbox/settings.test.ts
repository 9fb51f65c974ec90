import { beforeEach, expect, it } from 'vitest';
import { openPage } from '../../tests/mount';
import { answering } from '../../tests/platform';
import { currentEstate } from '@/estates/current';
import { consent } from '@/session/consent';
import settings from './settings.vue';

const PATH = '/api/estates/disai-yuanyuan/me/message-settings';
const kept = { quietFrom: '22:00', quietTo: '07:00', channels: ['WECHAT', 'SMS'] };

beforeEach(() => {
  consent.decide(true);
  currentEstate.choose({ slug: 'disai-yuanyuan', name: '迪赛缘园' });
});

it('keeps the channels and the quiet hours one wants', async () => {
  const { asked } = answering({ [`GET ${PATH}`]: kept, [`PUT ${PATH}`]: { status: 204 } });
  const page = await openPage(settings);
  await page.press('channel-SMS');
  await page.type('quiet-from', '21:30');
  await page.press('save');
  expect(asked[asked.length - 1]).toMatchObject({
    key: `PUT ${PATH}`,
    body: { quietFrom: '21:30', quietTo: '07:00', channels: ['WECHAT'] },
  });
  expect(page.has('saved')).toBe(true);
});

it('sends no time that is none', async () => {
  const { asked } = answering({ [`GET ${PATH}`]: kept });
  const page = await openPage(settings);
  await page.type('quiet-to', '25:00');
  await page.press('save');
  expect(asked).toHaveLength(1);
  expect(page.wrapper.text()).toContain('请按 22:00 这样填写');
});
