import { defineConfig } from 'vitest/config';

// Drives what "npm run build:mp-weixin" wrote against a running platform: a proof of the whole platform starts both.
export default defineConfig({
  test: { environment: 'node', include: ['tests/live/*.test.ts'], testTimeout: 90_000 },
});
