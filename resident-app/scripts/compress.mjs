// Lays compressed copies beside what H5 loads: the gateway sends those to whoever takes them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const SMALLEST_BYTES = 512;
const build = new URL('../dist/build/h5/', import.meta.url).pathname;

for (const name of readdirSync(build, { recursive: true })) {
  if (!/\.(js|css|html|svg|json)$/.test(name) || name.startsWith('.vite')) continue;
  const file = join(build, name);
  const plain = readFileSync(file);
  if (plain.length < SMALLEST_BYTES) continue;
  writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: quality }));
}
