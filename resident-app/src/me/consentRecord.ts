import { storage } from '@/platform/storage';
import { PRIVACY_VERSION, consent } from '@/session/consent';
import { session } from '@/session/session';
import { giveConsent } from './api';

const KEPT = 'consentRecorded';
session.onEnd(() => storage.remove(KEPT));

/** Lays down with an estate that its member agreed; what fails is tried again the next time. */
export async function recordConsent(slug: string): Promise<void> {
  const recorded = storage.read<Record<string, string>>(KEPT) ?? {};
  if (!consent.agreed.value || recorded[slug] === PRIVACY_VERSION) return;
  try {
    await giveConsent(slug, PRIVACY_VERSION);
  } catch {
    return;
  }
  storage.write(KEPT, { ...recorded, [slug]: PRIVACY_VERSION });
}
