import { expect, it } from 'vitest';
import { storage } from '@/platform/storage';
import { PRIVACY_VERSION, consent } from './consent';

it('is asked for until decided, and again for a new version', () => {
  consent.restore();
  expect(consent.decided.value).toBe(false);
  consent.decide(true);
  consent.restore();
  expect(consent.agreed.value).toBe(true);
  storage.write('consent', { version: 'older', agreed: true, at: '2020-01-01T00:00:00Z' });
  consent.restore();
  expect(consent.decided.value).toBe(false);
});

it('refused is decided, but not agreed', () => {
  consent.decide(false);
  consent.restore();
  expect(consent.decided.value).toBe(true);
  expect(consent.agreed.value).toBe(false);
  expect(PRIVACY_VERSION).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
