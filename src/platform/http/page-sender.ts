import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply } from 'fastify';
import { pagePolicy } from './content-security-policy.ts';

/** Vite writes this where a nonce belongs; each answer puts its own there. */
const placeholder = /__CSP_NONCE__/g;

const notBuilt = 'This page is not built yet. Run: npm run web:build\n';

/**
 * Sends the one page of a built site, each time with a nonce of its own.
 * @param carrierSources see pagePolicy; asked on each page, because the sandbox may move while we run
 */
export const pageSender =
  (folder: string, carrierSources: () => readonly string[] = () => []) =>
  async (reply: FastifyReply): Promise<FastifyReply> => {
    const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => null);
    if (page === null) return reply.code(503).type('text/plain').send(notBuilt);
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .header('content-security-policy', pagePolicy(nonce, carrierSources()))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replace(placeholder, nonce));
  };
