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
    // Few files that rarely change and stay in the browser's cache, instead of forty small ones; pages load when they are opened.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 3 },
            { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/, priority: 2 },
            { name: 'base', test: /src[\\/](kernel|calculus|practices|web[\\/](parts|record|texts))/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server, '/v2': server } },
});
