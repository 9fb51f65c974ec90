import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig } from 'vite';
import { quietVendor } from './scripts/quietVendor';

const gateway = process.env.YUANLIN_GATEWAY ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [uni(), quietVendor()],
  build: { manifest: process.env.UNI_PLATFORM !== 'mp-weixin' },
  server: { host: '127.0.0.1', proxy: { '/api': gateway } },
});
