import { config } from '@vue/test-utils';
import { vi } from 'vitest';

vi.stubGlobal(
  'matchMedia',
  (query: string) =>
    ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList,
);
config.global.stubs = { RouterLink: { template: '<a><slot :navigate="() => {}" /></a>' } };
