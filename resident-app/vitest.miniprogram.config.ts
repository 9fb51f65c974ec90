import { defineConfig } from 'vitest/config';

// Drives what "npm run build:mp-weixin" wrote, outside WeChat: build first.
export default defineConfig({
  test: { environment: 'node', include: ['tests/miniprogram/*.test.ts'], testTimeout: 60_000 },
});
