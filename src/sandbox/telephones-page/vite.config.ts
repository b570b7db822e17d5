import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

/** The page of telephones: built to dist/telephones, served by the sandbox under `/telephones/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/telephones/',
  plugins: [react()],
  // The server puts a fresh nonce in its place for each answer: the policy needs no 'unsafe-inline'.
  html: { cspNonce: '__CSP_NONCE__' },
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: fileURLToPath(new URL('../../../dist/telephones', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the policy allows no data: fonts or scripts
    chunkSizeWarningLimit: 900,
  },
});
