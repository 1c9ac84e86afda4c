import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { themeInUse } from './src/bundling/theme-in-use.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `THROUGHLINE_API` is where the development server sends `/api`; the built pages are served by the program itself. */
export default defineConfig({
  root: here('.'),
  plugins: [react(), themeInUse({ folders: [here('src'), here('../../node_modules/@primer/react/dist')] })],
  build: {
    target: 'es2023',
    // Pages come under a strict content policy: nothing is inlined as a data address, no script as text.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: process.env['THROUGHLINE_API'] ?? 'http://127.0.0.1:7117' } },
  },
});
