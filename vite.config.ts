import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: plain files that both the desktop scheme and the web server hand out under one CSP. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    // A data: address for a script, a font or a style would be refused by the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Kilobytes; read from the disk once, not over a line.
    chunkSizeWarningLimit: 5_000,
  },
});
