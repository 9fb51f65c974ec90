import { call } from '@/api/client';
import { storage } from '@/platform/storage';
import { PRIVACY_VERSION, consent } from './consent';
import { session } from './session';

const KEPT = 'consentRecorded';
session.onEnd(() => storage.remove(KEPT));

/** Lays down with an estate that the person agreed; what fails is tried again the next time. */
export async function recordConsent(slug: string): Promise<void> {
  const recorded = storage.read<Record<string, string>>(KEPT) ?? {};
  if (!consent.agreed.value || recorded[slug] === PRIVACY_VERSION) return;
  try {
    await call('put', '/api/estates/{slug}/me/consents/{document}', {
      path: { slug, document: 'PRIVACY' },
      body: { version: PRIVACY_VERSION },
    });
  } catch {
    return;
  }
  storage.write(KEPT, { ...recorded, [slug]: PRIVACY_VERSION });
}
