import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts|css)$/.test(name) && !/\.(test|d)\.ts$/.test(name))
  .map((name) => ({ name: relative('.', name), text: readFileSync(join(SRC, name), 'utf8') }));

const withoutComments = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');

describe('house rules', () => {
  it('texts stand in the messages file only', () => {
    const found = sources
      .filter(({ name }) => !name.startsWith('messages/'))
      .filter(({ text }) => /\p{Script=Han}/u.test(withoutComments(text)));
    expect(found.map((f) => f.name)).toEqual([]);
  });

  it('raw colours and sizes stand in the tokens file only', () => {
    const raw = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|\b\d*\.?\d+(?:px|rem|pt)\b/i;
    const found = sources
      .filter(({ name }) => /\.(vue|css)$/.test(name) && name !== 'styles/tokens.css')
      .flatMap(({ name, text }) => {
        const style = name.endsWith('.css') ? text : (/<style[\s\S]*<\/style>/.exec(text)?.[0] ?? '');
        return withoutComments(style)
          .split('\n')
          .filter((line) => !/^\s*@(media|container)/.test(line) && raw.test(line))
          .map((line) => `${name}: ${line.trim()}`);
      });
    expect(found).toEqual([]);
  });
});

describe('tokens', () => {
  const css = readFileSync(join(SRC, 'styles/tokens.css'), 'utf8');
  const block = (from: string) => css.slice(css.indexOf(from), css.indexOf('}', css.indexOf(from)));
  const light = block(':root {');
  const dark = block("[data-theme='dark']");
  const token = (theme: string, name: string) => {
    const value = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme)?.[1];
    if (!value) throw new Error(`--${name} is not a plain colour`);
    return value;
  };

  it.each([
    ['light', light],
    ['dark', dark],
  ])('are legible in the %s theme', (_, theme) => {
    const pairs = [
      ['ink', 'card'],
      ['ink', 'paper'],
      ['ink-2', 'card'],
      ['ink-2', 'paper'],
      ['brand', 'card'],
      ['bad', 'card'],
      ['on-brand', 'brand'],
      ['on-bad', 'bad'],
    ] as const;
    for (const [front, back] of pairs) {
      expect(contrast(token(theme, front), token(theme, back)), `${front} on ${back}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });
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
