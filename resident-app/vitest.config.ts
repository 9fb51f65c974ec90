import vue from '@vitejs/plugin-vue';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { onlyH5, tagsOfUni } from './tests/uni';

export default defineConfig({
  plugins: [
    onlyH5(),
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tagsOfUni.includes(tag) } } }),
  ],
  resolve: {
    alias: {
      '@dcloudio/uni-app': resolve(__dirname, 'tests/uniApp.ts'),
      '@': resolve(__dirname, 'src'),
    },
  },
  test: {
    environment: 'jsdom',
    env: { UNI_PLATFORM: 'h5' },
    setupFiles: ['tests/setup.ts'],
    include: ['src/**/*.test.ts', 'tests/*.test.ts'],
    restoreMocks: true,
    // Machines that build everything at once are slow.
    testTimeout: 60_000,
  },
});
