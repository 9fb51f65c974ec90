import { m } from '@/messages';

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;

interface Parts {
  year: number;
  month: number;
  day: number;
  weekday: string;
  time: string;
}

const formatter = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(at: Date): Parts {
  const part = Object.fromEntries(formatter.formatToParts(at).map((p) => [p.type, p.value]));
  return {
    year: Number(part.year),
    month: Number(part.month),
    day: Number(part.day),
    weekday: part.weekday ?? '',
    time: `${part.hour}:${part.minute}`,
  };
}

/** An instant as people in Shanghai write it; the year only when it isn't this one. */
export function dateTime(instant: string | null | undefined, now = new Date()): string {
  if (!instant) return m.none;
  const at = partsOf(new Date(instant));
  return `${year(at, now)}${m.format.day(at.month, at.day)} ${at.weekday} ${at.time}`;
}

export function date(instant: string | null | undefined, now = new Date()): string {
  if (!instant) return m.none;
  const at = partsOf(new Date(instant));
  return `${year(at, now)}${m.format.day(at.month, at.day)}`;
}

/** Today in Shanghai, as date fields write it. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(now);
}

function year(at: Parts, now: Date): string {
  return at.year === partsOf(now).year ? '' : m.format.year(at.year);
}

/** Relative only under an hour. */
export function ago(instant: string, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(instant).getTime()) / MINUTE_MS);
  if (minutes < 0 || minutes >= 60) return dateTime(instant, now);
  return minutes === 0 ? m.format.justNow : m.format.minutesAgo(minutes);
}

/** How long something took; without an end, how long it has been going. */
export function lasted(from: string | null, to: string | null, now = new Date()): string {
  if (!from) return '';
  const ms = Math.max(0, (to ? new Date(to) : now).getTime() - new Date(from).getTime());
  if (ms < 1000) return m.format.milliseconds(ms);
  if (ms < MINUTE_MS) return m.format.seconds((ms / 1000).toFixed(1));
  return m.format.minutesSeconds(Math.floor(ms / MINUTE_MS), Math.floor((ms % MINUTE_MS) / 1000));
}

/** Whole fen as yuan, always with two decimals; no floating point on the way. */
export function money(fen: number): string {
  const yuan = Math.trunc(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${fen < 0 ? '-' : ''}¥${count(yuan)}.${rest}`;
}

/** Whole dm² (0.01 m²) as m². */
export function area(squareDecimetres: number): string {
  const whole = Math.trunc(squareDecimetres / 100);
  return `${count(whole)}.${String(squareDecimetres % 100).padStart(2, '0')} m²`;
}

export function count(n: number | null | undefined): string {
  return n === null || n === undefined ? m.none : n.toLocaleString('zh-CN');
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)}%`;
}
