import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(__dirname, '../src/styles/tokens.css'), 'utf8');

/** What a block says; the block begins with these selectors. */
function said(selectors: string): Record<string, string> {
  const from = css.indexOf(`${selectors} {`);
  if (from < 0) throw new Error(`${selectors} is not there`);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map((m) => [m[1], m[2]]));
}

const light = said('page,\n.app');
const dark = said('.app.dark');
const care = said('.app.care');
const careDark = said('.app.care.dark');

// In the order in which the more particular one wins.
const themes: [string, Record<string, string>, number][] = [
  ['light', light, 4.5],
  ['dark', { ...light, ...dark }, 4.5],
  ['关怀版', { ...light, ...care }, 7],
  ['关怀版, dark', { ...light, ...dark, ...care, ...careDark }, 7],
];

const texts = [
  ['ink', 'card'],
  ['ink', 'paper'],
  ['ink-2', 'card'],
  ['ink-2', 'paper'],
  ['brand', 'card'],
  ['brand', 'paper'],
  ['bad', 'card'],
  ['bad', 'paper'],
  ['on-brand', 'brand'],
] as const;

describe.each(themes)('in %s', (_, theme, least) => {
  const colour = (name: string) => {
    const value = theme[name];
    if (!value || !/^#[0-9a-f]{6}$/.test(value)) throw new Error(`--${name} is no plain colour: ${value}`);
    return value;
  };

  it.each(texts)('%s is legible on %s', (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least);
  });

  it.each(['bad-soft', 'warn-soft', 'brand-soft'])('text is legible on %s', (back) => {
    expect(contrast(colour('ink'), colour(back))).toBeGreaterThanOrEqual(least);
  });

  it.each(['good', 'warn', 'bad', 'accent', 'line-strong'])('%s is seen as a mark', (name) => {
    expect(contrast(colour(name), colour('card'))).toBeGreaterThanOrEqual(3);
  });
});

it('gives fingers 44 px, and 48 in 关怀版', () => {
  expect(light.touch).toBe('44px');
  expect(care.touch).toBe('48px');
  expect(care.scale).toBe('1.4');
});

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
