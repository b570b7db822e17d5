import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { linkWriter } from '../links/link-writer.ts';
import { inClinic } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import type { Secrets } from '../platform/secrets.ts';
import { endPageLinks, sendPageLink, showPageLinks } from './page-links.ts';
import { examplePageLinks, pageLinksSchema } from './rules/page-links-view.ts';
import type { LinkDependencies } from './through-link.ts';

type Dependencies = LinkDependencies & {
  secrets: Pick<Secrets, 'sign'>;
  portalUrl: () => Promise<string>;
};

const tags = ['Patient page'];
const params = z.object({ patientId: z.uuid() });
const response = { 200: pageLinksSchema.meta({ examples: [examplePageLinks] }) };
const exampleOrder = { key: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e6', channel: 'sms' };

const orNotFound = <T>(found: T | null): T => {
  if (found === null) throw new Problem('not-found');
  return found;
};

/** The links to a patient's own page, for the staff: how many work, send one, end all. */
export const pageLinksApi =
  ({ database, clock, secrets, portalUrl }: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients/:patientId/page-links',
      { schema: { tags, summary: 'Links to a patient’s own page that work', params, response } },
      async ({ member, params: { patientId } }) =>
        orNotFound(
          await inClinic(database, member.clinicId, (trx) => showPageLinks(trx, patientId, clock.now())),
        ),
    );
    app.post(
      '/patients/:patientId/page-links',
      {
        schema: {
          tags,
          summary: 'Send a patient a link to their own page',
          description:
            'A child’s link goes to who answers for it, and shows their page with the child’s visits.',
          params,
          body: z
            .object({
              key: z
                .uuid()
                .describe('made by whoever sends: sent again with the same one, it is one message'),
              channel: z.enum(['sms', 'email']),
            })
            .meta({ examples: [exampleOrder] }),
          response: { 201: z.null().describe('on its way') },
        },
      },
      async ({ member, params: { patientId }, body }, reply) => {
        const writer = linkWriter(secrets.sign, await portalUrl(), member.clinicId);
        const by = { userId: member.userId, staffId: member.staffId, at: clock.now() };
        await inClinic(database, member.clinicId, async (trx) => {
          const sent = orNotFound(await sendPageLink(trx, patientId, { ...body, writer }, by));
          // Given up, so that nothing is left of a message that has nowhere to go.
          if (!sent) throw new Problem('no-address');
        });
        return reply.code(201).send(null);
      },
    );
    app.delete(
      '/patients/:patientId/page-links',
      {
        schema: {
          tags,
          summary: 'End every link to a patient’s own page',
          description: 'At once: for a telephone that was lost, or a number that is no longer theirs.',
          params,
          response,
        },
      },
      async ({ member, params: { patientId } }) => {
        const by = { userId: member.userId, staffId: member.staffId, at: clock.now() };
        return orNotFound(
          await inClinic(database, member.clinicId, async (trx) => {
            const ended = await endPageLinks(trx, patientId, by);
            return ended === null ? null : showPageLinks(trx, patientId, by.at);
          }),
        );
      },
    );
  };
