import type { Plugin } from 'vite';

const RUNTIME = /node_modules\/@dcloudio\//;
const PRELOADS = 'isFunction(wx.preloadAssets)';

/**
 * uni-app's runtime fetches a picture from its vendor three seconds after the start, by which the vendor counts
 * who uses which app; and it holds addresses of an advertising service. Nobody agreed to that.
 */
export function quietVendor(): Plugin {
  return {
    name: 'quiet-vendor',
    enforce: 'pre',
    transform(code, id) {
      if (!RUNTIME.test(id)) return undefined;
      const quiet = code
        .replace(PRELOADS, 'false')
        .replace(/url\(https:\/\/[\w.]+\/[^)]*\)/g, 'none')
        .replace(/https?:\/\/[\w-]+\.dcloud\.net\.cn\/(?:ah5v2|ahl)\b/g, '');
      return quiet === code ? undefined : { code: quiet, map: null };
    },
  };
}
