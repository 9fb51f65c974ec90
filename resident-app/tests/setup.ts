import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import { openWith } from './uniApp';
import { newPhone } from './platform';

vi.stubGlobal('matchMedia', (media: string) => ({
  matches: false,
  media,
  addEventListener() {},
  removeEventListener() {},
}));

enableAutoUnmount(afterEach);
beforeEach(() => {
  newPhone();
  openWith({});
});
afterEach(() => (document.body.innerHTML = ''));
