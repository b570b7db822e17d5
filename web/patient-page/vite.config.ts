import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * What links in messages open, for patients on their telephones: a site of its own without the portal's kit, so that it
 * is there at once on a slow network. Built to dist/patient-page, served by the product under `/l/`.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/l/',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/patient-page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022', // older telephones than those of a desk
    assetsInlineLimit: 0,
  },
});
