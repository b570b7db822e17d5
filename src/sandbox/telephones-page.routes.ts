import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const NONCE = /__CSP_NONCE__/g;
const NOT_BUILT = 'The page of telephones is not built. Build it with: npm run web:build\n';

/** Serves the built page under /telephones; each answer gets a nonce of its own. Null: there is no page to serve. */
export async function telephonesPageRoutes(app: FastifyInstance, pageDir: string | null): Promise<void> {
  for (const address of ['/telephones', '/telephones/']) {
    app.get(address, async (_request, reply) => {
      const page =
        pageDir === null ? null : await readFile(path.join(pageDir, 'index.html'), 'utf8').catch(() => null);
      if (page === null) return reply.code(404).type('text/plain; charset=utf-8').send(NOT_BUILT);
      const nonce = randomBytes(16).toString('base64');
      return reply
        .headers({ ...SECURITY, 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(page.replace(NONCE, nonce));
    });
  }
  if (pageDir === null) return;
  await app.register(fastifyStatic, {
    root: path.join(pageDir, 'assets'),
    prefix: '/telephones/assets/',
    index: false,
    // The names carry a hash of the content.
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => {
      for (const [name, value] of Object.entries(SECURITY)) reply.header(name, value);
    },
  });
}

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'microphone=(self), camera=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
};

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
