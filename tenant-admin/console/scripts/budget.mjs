// What a browser loads before the first page shows, compressed, must stay small.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 350;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const FIRST_PAGE = 'src/overview/OverviewPage.vue';

const files = new Set();
const seen = new Set();
function collect(key) {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build manifest`);
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) collect(imported);
}
collect('index.html');
collect(FIRST_PAGE);

const kb =
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0) / 1024;
const line = `first load: ${kb.toFixed(1)} KB compressed in ${files.size} files, budget ${BUDGET_KB} KB`;
if (kb > BUDGET_KB) {
  console.error(line);
  process.exitCode = 1;
} else {
  console.log(line);
}
