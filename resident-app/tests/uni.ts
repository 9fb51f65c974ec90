import type { Plugin } from 'vite';

/** Elements uni-app brings; in tests they stay what they are. */
export const tagsOfUni = ['view', 'text', 'scroll-view', 'image', 'rich-text'];

/** Takes out what is written for the mini program, as the H5 build does. */
export function onlyH5(): Plugin {
  return {
    name: 'only-h5',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.(vue|ts)$/.test(id)) return undefined;
      return { code: withoutMiniProgram(code), map: null };
    },
  };
}

const OPEN = /^\s*(?:\/\/|<!--|\/\*)\s*#ifdef\s+(\S+)/;
const CLOSE = /^\s*(?:\/\/|<!--|\/\*)\s*#endif/;

export function withoutMiniProgram(code: string): string {
  let dropping = false;
  return code
    .split('\n')
    .map((line) => {
      const platform = OPEN.exec(line)?.[1];
      const marker = platform !== undefined || CLOSE.test(line);
      if (marker) dropping = platform !== undefined && platform !== 'H5';
      return marker || dropping ? '' : line;
    })
    .join('\n');
}
