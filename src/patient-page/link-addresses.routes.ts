import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { openLink } from '../links/open-link.ts';
import { noteMailUse } from '../messages/delivery/note-mail-use.ts';
import { inClinic } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import type { LinkDependencies } from './through-link.ts';

type Dependencies = LinkDependencies & {
  log: Log;
  /** the page that finds out by itself what its link opens */
  sendPage: (reply: FastifyReply) => Promise<FastifyReply>;
};

const config = {
  public: 'Links in messages are opened by whoever has the message; what they show depends on their code.',
  rateLimit: { max: 300, timeWindow: 60_000 },
};
/** One clear point, as small as a picture can be. */
const point = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const headerOf = ({ headers }: FastifyRequest, name: string): string => String(headers[name] ?? '');
const useOf = (request: FastifyRequest) => ({
  method: request.method,
  userAgent: headerOf(request, 'user-agent'),
  purpose: ['sec-purpose', 'purpose', 'x-moz'].map((name) => headerOf(request, name)).join(' '),
});

/** `/l/<code>`: leads on, shows a point that says the mail was opened, or the page. */
export const linkAddresses =
  (deps: Dependencies): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { code: string } }>(
      '/l/:code',
      { config, schema: { hide: true } },
      async (request, reply) => {
        const now = deps.clock.now();
        const link = await openLink(deps.database, request.params.code, now);
        if (link === null || (link.purpose !== 'open' && link.purpose !== 'click'))
          return deps.sendPage(reply);
        await inClinic(deps.database, link.clinicId, (trx) =>
          noteMailUse(trx, link, useOf(request), now),
        ).catch((error: { code?: string }) => {
          // Whoever follows a link gets there, whether it could be noted or not.
          deps.log.warn({ code: error.code }, 'a use of a link could not be noted');
        });
        reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
        return link.purpose === 'click' && link.target !== null
          ? reply.redirect(link.target, 302)
          : reply.type('image/gif').send(point);
      },
    );
  };
