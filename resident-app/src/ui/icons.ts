// Drawn on 24 x 24, as lines; the colour comes from where an icon stands.
const paths = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  shop: 'M5 9h14l-1 11H6zM9 9V7a3 3 0 0 1 6 0v2',
  commons: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm8 0a3 3 0 1 0 0-6M3 20c0-4 2-6 5-6s5 2 5 6m3-6c3 0 5 2 5 6',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9c0-4.500 3-7 8-7s8 2.500 8 7',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  good: 'M5 13l4 4L19 7',
  warn: 'M12 4 2.500 20h19zM12 10v5m0 2.500v.5',
  bad: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6m0-6-6 6',
  idle: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h8',
  offline: 'M3 9c5-5 13-5 18 0M6.500 13c3-3 8-3 11 0M12 18v.5M4 4l16 16',
  phone: 'M8 3h8v18H8zm3 15h2',
  eye: 'M2 12c5-8 15-8 20 0-5 8-15 8-20 0zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  lock: 'M6 11h12v9H6zm2 0V8a4 4 0 0 1 8 0v3',
  notice: 'M4 10v4h3l8 5V5l-8 5zm14-1c2 2 2 4 0 6',
  inbox: 'M4 6h16v12H4zm0 1 8 6 8-6',
  invite: 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 9c0-4.500 3-7 7-7m8-1v8m-4-4h8',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 5 5',
  larger: 'M3 19 9 5l6 14M5 14h8m5-5v8m-4-4h8',
} as const;

export type IconName = keyof typeof paths;

/** An icon as a mask: what stands below shows through its lines. */
export function iconMask(name: IconName): string {
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' stroke-width='2'` +
    ` stroke-linecap='round' stroke-linejoin='round'><path d='${paths[name]}'/></svg>`;
  const image = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  return `-webkit-mask-image:${image};mask-image:${image}`;
}
