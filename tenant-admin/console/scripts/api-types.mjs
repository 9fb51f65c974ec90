// Types of the API, made from the kept OpenAPI documents before every type check; so they are never stale.
import { writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const here = (path) => new URL(`../${path}`, import.meta.url);

async function write(source, target, options) {
  const types = astToString(await openapi(here(source), options));
  writeFileSync(here(target), `// Made by "npm run types". Do not edit.\n${types}`);
}

await write('../openapi.json', 'src/api/schema.d.ts', {});
// This document does not say which properties are always there: all of them are, but may be null.
await write('../../platform-api/openapi.json', 'src/api/estate-schema.d.ts', {
  propertiesRequiredByDefault: true,
});
