import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Names of grammars, and pages that error messages point to: nothing is fetched from there. */
const ONLY_NAMED = ['www.w3.org', 'vuejs.org', 'uniapp.dcloud.net.cn', '127.0.0.1'];

it.each(['h5', 'mp-weixin'])('the build for %s knows no address of a stranger', (platform) => {
  const build = resolve(__dirname, '../../dist/build', platform);
  const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|css|html|json|wxml|wxss)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((name) => {
    const text = readFileSync(join(build, name), 'utf8');
    const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map((match) => match[1] ?? '');
    return [
      ...hosts.filter((host) => !ONLY_NAMED.includes(host)),
      ...(text.match(/preloadAssets/g) ?? []),
    ].map((what) => `${name}: ${what}`);
  });
  expect(found).toEqual([]);
});
