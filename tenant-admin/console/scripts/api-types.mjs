// Types of the API from the kept OpenAPI documents. With --check: fails when they are not up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const here = (path) => new URL(`../${path}`, import.meta.url);
const documents = [
  ['openapi/excerpt.json', 'src/api/schema.d.ts'],
  ['openapi/platform-excerpt.json', 'src/api/estate-schema.d.ts'],
];
const check = process.argv.includes('--check');
let stale = false;

for (const [source, target] of documents) {
  const types = `// Made by "npm run types" from ${source.split('/').at(-1)}. Do not edit.\n${astToString(await openapi(here(source)))}`;
  const kept = existsSync(here(target)) ? readFileSync(here(target), 'utf8') : '';
  if (kept === types) continue;
  if (check) {
    console.error(`${target} does not match ${fileURLToPath(here(source))}; run: npm run types`);
    stale = true;
  } else {
    writeFileSync(here(target), types);
    console.log(`${target} written`);
  }
}
process.exitCode = stale ? 1 : 0;
