import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic, type Database } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { explainContacts, explainDecision } from './explain-contact.ts';
import { readConsentCursor } from './rules/consent-cursor.ts';
import { contactRules } from './rules/contact-rules.ts';
import { decisionViewSchema } from './rules/decision-view.ts';
import { contactRuleViewSchema } from './rules/contact-rule-view.ts';

const tags = ['Consent'];
const query = z.object({
  contact: z.string().min(1).max(300).optional().describe('key of one contact: its planning and its sending'),
  cursor: z.string().max(100).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** Why somebody was contacted, or was not. */
export const decisionsApi =
  ({ database }: { database: Database }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/patients/:patientId/contact-decisions',
      {
        schema: {
          tags,
          summary: 'Why a person was contacted, or was not, newest first',
          description: 'Each answer of the gate with the rules that it asked, their numbers and sources.',
          params: z.object({ patientId: z.uuid() }),
          querystring: query,
          response: {
            200: z.object({ items: z.array(decisionViewSchema), nextCursor: z.string().nullable() }),
          },
        },
      },
      async ({ member, params: { patientId }, query: { contact, cursor, limit } }) => {
        const after = cursor === undefined ? null : readConsentCursor(cursor);
        if (cursor !== undefined && after === null)
          throw new Problem('invalid', 'cursor: not one of this list');
        const page = await inClinic(database, member.clinicId, (trx) =>
          explainContacts(trx, patientId, { contact: contact ?? null, after, limit }),
        );
        if (page === null) throw new Problem('not-found');
        return page;
      },
    );

    app.get(
      '/consent/decisions/:decisionId',
      {
        schema: {
          tags,
          summary: 'One answer of the gate, with every rule it asked',
          params: z.object({ decisionId: z.uuid() }),
          response: { 200: decisionViewSchema },
        },
      },
      async ({ member, params: { decisionId } }) => {
        const view = await inClinic(database, member.clinicId, (trx) => explainDecision(trx, decisionId));
        if (view === null) throw new Problem('not-found');
        return view;
      },
    );

    app.get(
      '/consent/rules',
      {
        schema: {
          tags,
          summary:
            'The rules of the gate, as data: where, for what, the numbers, since when, and who says so',
          response: { 200: z.object({ items: z.array(contactRuleViewSchema) }) },
        },
      },
      async () => ({ items: contactRules.map((rule) => contactRuleViewSchema.parse(rule)) }),
    );
  };
