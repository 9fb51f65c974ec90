import { dayOf } from '@/format';

/** A day that exists and has not passed yet in Shanghai, e.g. 2027-06-30. */
export function isLeaseEnd(text: string, now = new Date()): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && text >= dayOf(now);
}
