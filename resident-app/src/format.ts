import { m } from '@/messages';

const MINUTE_MS = 60_000;
/** Shanghai has no summer time. Phones of WeChat may lack Intl. */
const SHANGHAI_MS = 8 * 60 * MINUTE_MS;

const inShanghai = (instant: string | Date) => new Date(new Date(instant).getTime() + SHANGHAI_MS);
const two = (n: number) => String(n).padStart(2, '0');

/** An instant as people in Shanghai write it; the year only when it isn't this one. */
export function dateTime(instant: string, now = new Date()): string {
  const at = inShanghai(instant);
  const weekday = m.format.weekdays[at.getUTCDay()];
  return `${date(instant, now)} ${weekday} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** The day of an instant; a day without a time is taken as it stands. */
export function date(instantOrDay: string, now = new Date()): string {
  const at = instantOrDay.length === 10 ? new Date(instantOrDay) : inShanghai(instantOrDay);
  const year = at.getUTCFullYear();
  const day = m.format.day(at.getUTCMonth() + 1, at.getUTCDate());
  return year === inShanghai(now).getUTCFullYear() ? day : m.format.year(year) + day;
}

/** Relative only under an hour. */
export function ago(instant: string, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(instant).getTime()) / MINUTE_MS);
  if (minutes < 0 || minutes >= 60) return dateTime(instant, now);
  return minutes === 0 ? m.format.justNow : m.format.minutesAgo(minutes);
}

/** Whole fen as yuan, always with two decimals; no floating point on the way. */
export function money(fen: number): string {
  const yuan = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}¥${count(yuan)}.${two(Math.abs(fen) % 100)}`;
}

/** Whole dm² (0.01 m²) as m². */
export function area(squareDecimetres: number): string {
  return `${count(Math.trunc(squareDecimetres / 100))}.${two(squareDecimetres % 100)} m²`;
}

export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A door: 3幢2单元502室. */
export function door(of: { building: string; entrance?: string | null; room: string }): string {
  return m.format.door(of.building, of.entrance ?? null, of.room);
}

/** A mobile number as others may see it. */
export function masked(phone: string): string {
  return phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2');
}

/** The ten digits of a day in Shanghai, e.g. 2026-11-22. */
export function dayOf(instant: Date): string {
  const at = inShanghai(instant);
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}
