// Types of the API, made from the kept OpenAPI documents before every type check; so they are never stale.
// api/drafted.openapi.json describes what no kept document holds: a path that one of them holds by now must leave it.
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const here = (path) => new URL(`../${path}`, import.meta.url);
const read = (path) => JSON.parse(readFileSync(here(path), 'utf8'));

const documents = {
  estate: '../platform-api/openapi.json',
  platform: '../tenant-admin/openapi.json',
  drafted: 'api/drafted.openapi.json',
};

const kept = new Set(['estate', 'platform'].flatMap((name) => Object.keys(read(documents[name]).paths)));
const settled = Object.keys(read(documents.drafted).paths).filter((path) => kept.has(path));
if (settled.length > 0) {
  console.error(`Take out of ${documents.drafted} what a kept document holds by now:\n${settled.join('\n')}`);
  process.exit(1);
}

for (const [name, path] of Object.entries(documents)) {
  // platform-api's document does not say which properties are always there: all of them are, but may be null.
  const types = astToString(await openapi(here(path), { propertiesRequiredByDefault: name === 'estate' }));
  writeFileSync(here(`src/api/${name}-schema.d.ts`), `// Made by "npm run types". Do not edit.\n${types}`);
}
