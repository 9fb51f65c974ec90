import { percent } from '@/format';
import { m } from '@/messages';

/** A part of the whole as a percentage, rounded down: what isn't complete never shows 100%. */
export function rateOf(part: number, whole: number): string {
  return whole === 0 ? m.none : percent(part / whole);
}
