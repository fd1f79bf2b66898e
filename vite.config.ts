// How the screens are built: one bundle into dist/web, with the API of a running server behind it while developing.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.TESSERA_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A strict content security policy: nothing inline, and no font or picture as data but small SVG.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': server, '/v2': server } },
});
