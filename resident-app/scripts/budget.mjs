// What a phone loads before it shows something must stay small. Reads dist/build, so build first.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const H5_KB = 200;
const MAIN_PACKAGE_KB = 1536;
/** WeChat's own bound for one package; service providers may have 20 MB in all. */
const SUBPACKAGE_KB = 2048;
/** The home page, and the page that comes before it on the first run. */
const FIRST_PAGES = ['src/home/home.vue', 'src/first/welcome.vue'];

const build = (path) => new URL(`../dist/build/${path}`, import.meta.url).pathname;
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Compressed size of what the entry and the first pages load, in KB. Gzip: what every browser takes. */
function h5FirstLoad() {
  const manifest = json(build('h5/.vite/manifest.json'));
  const files = new Set(['index.html']);
  const seen = new Set();
  const collect = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) collect(imported);
  };
  const keys = Object.keys(manifest);
  collect('index.html');
  for (const page of FIRST_PAGES) {
    const key = keys.find((k) => k.split('?')[0] === page || manifest[k].src?.split('?')[0] === page);
    if (!key) throw new Error(`${page} is not in the build manifest, which holds ${keys.join(', ')}`);
    collect(key);
  }
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(build(`h5/${file}`))).length, 0);
  return bytes / 1024;
}

/** Size of each package of the mini program in KB; '' is the main package. */
function packages() {
  const root = build('mp-weixin/');
  const app = json(join(root, 'app.json'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map((p) => p.root.replace(/\/?$/, '/'));
  const sizes = new Map([['', 0], ...roots.map((r) => [r, 0])]);
  for (const name of readdirSync(root, { recursive: true })) {
    const file = join(root, name);
    if (!statSync(file).isFile() || /^project\..*\.json$/.test(name)) continue;
    const owner = roots.find((r) => name.startsWith(r)) ?? '';
    sizes.set(owner, sizes.get(owner) + statSync(file).size / 1024);
  }
  return sizes;
}

function judge(what, kb, budget) {
  const line = `${what}: ${kb.toFixed(1)} KB, budget ${budget} KB`;
  if (kb <= budget) return console.log(line);
  console.error(line);
  process.exitCode = 1;
}

judge('H5, first load, compressed', h5FirstLoad(), H5_KB);
for (const [root, kb] of packages()) {
  if (root) judge(`Mini program, package ${root}`, kb, SUBPACKAGE_KB);
  else judge('Mini program, main package', kb, MAIN_PACKAGE_KB);
}
