import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '@/platform/routes';

const SRC = join(__dirname, '../src');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts|css)$/.test(name) && !/\.(test|d)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }));

const withoutComments = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');

describe('house rules', () => {
  it('texts stand in the messages only', () => {
    const found = sources
      .filter(({ name }) => !name.startsWith('messages/'))
      .filter(({ text }) => /\p{Script=Han}/u.test(withoutComments(text)));
    expect(found.map((f) => f.name)).toEqual([]);
  });

  it('raw colours and sizes stand in the tokens only', () => {
    const raw = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|\b\d*\.?\d+(?:px|rpx|rem|pt)\b/i;
    const found = sources
      .filter(({ name }) => /\.(vue|css)$/.test(name) && name !== 'styles/tokens.css')
      .flatMap(({ name, text }) => {
        const style = name.endsWith('.css') ? text : (/<style[\s\S]*<\/style>/.exec(text)?.[0] ?? '');
        return withoutComments(style)
          .split('\n')
          .filter((line) => raw.test(line))
          .map((line) => `${name}: ${line.trim()}`);
      });
    expect(found).toEqual([]);
  });

  it('only the ui folder touches elements of one platform', () => {
    const found = sources
      .filter(({ name }) => name.endsWith('.vue') && !name.startsWith('ui/'))
      .filter(({ text }) => /<(?:button|input|textarea|picker|switch|radio)\b/.test(text));
    expect(found.map((f) => f.name)).toEqual([]);
  });

  it('nothing needs what phones of WeChat may lack', () => {
    const found = sources.filter(({ text }) =>
      /\bIntl\.|\.toLocale|\.at\(-|structuredClone|color-mix\(|\(\?<[=!]/.test(withoutComments(text)),
    );
    expect(found.map((f) => f.name)).toEqual([]);
  });
});

describe('components', () => {
  it('are styled by themselves only: a class of the parent reaches the first element of a component', () => {
    const roots = sources
      .filter(({ name }) => /^ui\/\w+\.vue$/.test(name))
      .map(({ name, text }) => ({
        name: name.slice(3, -4),
        root: /<template>(?:\s*<!--.*?-->)*\s*<[\w-]+[^>]*?\sclass="([\w-]+)/.exec(text)?.[1],
      }));
    const found = sources.flatMap(({ name, text }) =>
      roots
        .filter(
          ({ name: component, root }) =>
            root && text.includes(`/${component}.vue'`) && text.includes(`\n.${root} {`),
        )
        .map(({ name: component, root }) => `${name} says .${root}, as ${component} does`),
    );
    expect(found).toEqual([]);
  });
});

describe('pages', () => {
  const { pages, subPackages } = JSON.parse(readFileSync(join(SRC, 'pages.json'), 'utf8')) as {
    pages: { path: string }[];
    subPackages: { root: string; pages: { path: string }[] }[];
  };
  const declared = [
    ...pages.map((p) => p.path),
    ...subPackages.flatMap(({ root, pages: inside }) => inside.map((p) => `${root}/${p.path}`)),
  ];

  it('are all declared, named and there', () => {
    expect(declared.map((path) => `/${path}`).sort()).toEqual(Object.values(routes).sort());
    for (const path of declared) expect(existsSync(join(SRC, `${path}.vue`)), path).toBe(true);
  });

  it('have addresses the gateway takes for pages', () => {
    for (const path of declared) {
      expect(path).toMatch(/^(?!(?:api|console|internal|actuator|assets|static)\/)[A-Za-z-]+\/[A-Za-z-]+$/);
    }
  });

  it('stand in the frame that brings title, way back, network and looks', () => {
    for (const path of declared) {
      expect(readFileSync(join(SRC, `${path}.vue`), 'utf8'), path).toMatch(/<template>\s*<AppPage/);
    }
  });

  it('of a subpackage keep their files to it: WeChat reaches none of them from elsewhere', () => {
    const roots = subPackages.map((p) => p.root);
    const found = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/from '(?:@|\.\.)\/(\w+)\//g)]
        .map((match) => match[1] ?? '')
        .filter((root) => roots.includes(root) && !name.startsWith(`${root}/`))
        .map((root) => `${name} uses ${root}`),
    );
    expect(found).toEqual([]);
  });
});
