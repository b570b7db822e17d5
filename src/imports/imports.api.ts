import { createGunzip } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inClinic } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { changeImport, forgetImport, startImport, undoImport, type Changed } from './change-import.ts';
import { findingsFile, listFindings } from './list-findings.ts';
import type { ImportDependencies } from './imports-work.ts';
import { receiveFile } from './receive-file.ts';
import { fieldSchema } from './rules/columns.ts';
import {
  choicesSchema,
  findingViewSchema,
  formatSchema,
  importViewSchema,
  previewSchema,
  type ImportView,
} from './rules/import-views.ts';
import { listImports, previewImport, showImport } from './show-imports.ts';
import { sealOf } from './staged-rows.ts';

const tags = ['Imports'];
const config = { needs: 'manager' } as const;
const params = z.object({ importId: z.uuid() });
const response = { 200: importViewSchema };
const paging = { limit: z.coerce.number().int().min(1).max(200).default(50) };
const cursorSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]{5,18}Z_[0-9a-f-]{36}$/)
  .optional()
  .describe('`nextCursor` of the page before');

const afterOf = (cursor: string | undefined): { createdAt: string; id: string } | null => {
  const [createdAt, id] = cursor?.split('_') ?? [];
  if (createdAt === undefined || id === undefined) return null;
  if (!z.iso.datetime().safeParse(createdAt).success || !z.uuid().safeParse(id).success)
    throw new Problem('invalid', 'cursor: not one of this list');
  return { createdAt, id };
};

const demand = (changed: Changed): void => {
  if (changed === 'not-found') throw new Problem('not-found');
  if (changed === 'not-now') throw new Problem('conflict', 'This import is in another state by now.');
  if (changed === 'wrong-mapping')
    throw new Problem(
      'invalid',
      'mapping: one field for each column, each field once, and a family name or full name',
    );
};

const found = <T>(view: T | null): T => {
  if (view === null) throw new Problem('not-found');
  return view;
};

const uploadRoute =
  (deps: ImportDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    // The file as it is, not a form: it goes piece by piece into the database, never into memory as a whole.
    app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    app.post(
      '/imports',
      {
        config,
        schema: {
          tags,
          summary: 'Upload a file of patients or appointments',
          description:
            'The body is the file: CSV in any usual encoding, a FHIR R4 bundle (JSON) or NDJSON, up to 50 MB, also with `Content-Encoding: gzip`. It is read in the background; nothing is imported before `start`.',
          consumes: ['application/octet-stream'],
          querystring: z.object({
            fileName: z.string().trim().min(1).max(200).meta({ example: 'patients.csv' }),
          }),
          response: { 201: importViewSchema },
        },
      },
      async ({ member: { clinicId, userId }, query: { fileName }, headers, body }, reply) => {
        if (!(body instanceof Readable))
          throw new Problem('wrong-content-type', 'Send application/octet-stream.');
        const zipped = headers['content-encoding'] === 'gzip';
        const content = zipped ? pipeline(body, createGunzip(), () => {}) : body;
        const received = await receiveFile(deps, { clinicId, userId, fileName, content });
        if (!received.ok) throw new Problem(received.why === 'too-large' ? 'too-large' : 'bad-request');
        const view = await inClinic(deps.database, clinicId, (trx) => showImport(trx, received.importId));
        return reply.code(201).send(found(view));
      },
    );
  };

const readingRoutes =
  ({ database, secrets, clock }: ImportDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/imports',
      {
        config,
        schema: {
          tags,
          summary: 'Imports, newest first',
          querystring: z.object({ ...paging, cursor: cursorSchema }),
          response: {
            200: z.object({ items: z.array(importViewSchema), nextCursor: z.string().nullable() }),
          },
        },
      },
      ({ member, query: { limit, cursor } }) =>
        inClinic(database, member.clinicId, (trx) => listImports(trx, limit, afterOf(cursor))),
    );

    app.get(
      '/imports/:importId',
      { config, schema: { tags, summary: 'One import: what it holds and how far it is', params, response } },
      async ({ member, params: { importId } }) =>
        found(await inClinic(database, member.clinicId, (trx) => showImport(trx, importId))),
    );

    app.get(
      '/imports/:importId/preview',
      {
        config,
        schema: {
          tags,
          summary: 'The first rows as they would be imported now',
          description: 'Changes nothing. Only while the import is `ready`.',
          params,
          response: { 200: previewSchema },
        },
      },
      async ({ member: { clinicId, userId }, params: { importId } }) => {
        const seal = sealOf(secrets, clinicId, importId);
        return inClinic(database, clinicId, async (trx) => {
          const preview = await previewImport(trx, importId, seal, { userId, at: clock.now() });
          if (preview === 'not-now') throw new Problem('conflict', 'This import is in another state by now.');
          return found(preview);
        });
      },
    );
  };

const findingRoutes =
  ({ database, secrets, clock }: ImportDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/imports/:importId/findings',
      {
        config,
        schema: {
          tags,
          summary: 'Rows that were refused or taken without a field, and why',
          params,
          querystring: z.object({
            ...paging,
            cursor: z.coerce
              .number()
              .int()
              .min(0)
              .max(2_147_483_647)
              .default(0)
              .describe('`nextCursor` of the page before'),
          }),
          response: {
            200: z.object({ items: z.array(findingViewSchema), nextCursor: z.number().int().nullable() }),
          },
        },
      },
      async ({ member: { clinicId, userId }, params: { importId }, query: { limit, cursor } }) => {
        const seal = sealOf(secrets, clinicId, importId);
        const by = { userId, at: clock.now() };
        return found(
          await inClinic(database, clinicId, (trx) =>
            listFindings(trx, importId, { seal, by }, { limit, after: cursor }),
          ),
        );
      },
    );

    app.get(
      '/imports/:importId/findings.csv',
      {
        config,
        schema: {
          tags,
          summary: 'The refused rows as a CSV file, to mend and import again',
          description:
            'UTF-8. The columns of the file, then the reasons. Cells that a spreadsheet would run are made text.',
          params,
          produces: ['text/csv'],
        },
      },
      async ({ member: { clinicId, userId }, params: { importId } }, reply) => {
        const seal = sealOf(secrets, clinicId, importId);
        const by = { userId, at: clock.now() };
        const one = await inClinic(database, clinicId, (trx) => showImport(trx, importId));
        const text = findingsFile({ database, clinicId, one: found(one), seal, by });
        return reply
          .headers({
            'content-disposition': 'attachment; filename="refused-rows.csv"',
            'cache-control': 'private, no-store',
          })
          .type('text/csv; charset=utf-8')
          .send(Readable.from(text));
      },
    );
  };

const changingRoutes =
  ({ database, clock, send }: ImportDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.patch(
      '/imports/:importId',
      {
        config,
        schema: {
          tags,
          summary: 'Change how the file is read',
          description: 'Another `format` means that the file is read again.',
          params,
          body: z.strictObject({
            mapping: z.array(fieldSchema).max(500).optional(),
            choices: choicesSchema.partial().optional(),
            format: formatSchema.optional(),
          }),
          response,
        },
      },
      ({ member, params: { importId }, body }) =>
        inClinic(database, member.clinicId, async (trx) => {
          demand(await changeImport(trx, importId, body, { send }));
          return found(await showImport(trx, importId));
        }),
    );

    const steps = { start: startImport, undo: undoImport };
    const summaries = {
      start: 'Start the import: from here on the clinic’s patients change',
      undo: 'Take away what the import has added, as far as nobody has worked with it since',
    };
    for (const step of ['start', 'undo'] as const) {
      app.post(
        `/imports/:importId/${step}`,
        { config, schema: { tags, summary: summaries[step], params, response: { 202: importViewSchema } } },
        async ({ member: { clinicId, userId }, params: { importId } }, reply) => {
          const view = await inClinic(database, clinicId, async (trx): Promise<ImportView> => {
            demand(await steps[step](trx, importId, { userId, at: clock.now() }, { send }));
            return found(await showImport(trx, importId));
          });
          return reply.code(202).send(view);
        },
      );
    }

    app.delete(
      '/imports/:importId',
      {
        config,
        schema: {
          tags,
          summary: 'Forget a file, or the report of an import that is over',
          params,
          response: { 204: z.null().describe('forgotten') },
        },
      },
      async ({ member: { clinicId, userId }, params: { importId } }, reply) => {
        await inClinic(database, clinicId, async (trx) =>
          demand(await forgetImport(trx, importId, { userId, at: clock.now() })),
        );
        return reply.code(204).send(null);
      },
    );
  };

/** `/imports` of one clinic: upload, look, start, follow, report, undo. */
export const importsApi =
  (deps: ImportDependencies): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(uploadRoute(deps));
    await app.register(readingRoutes(deps));
    await app.register(findingRoutes(deps));
    await app.register(changingRoutes(deps));
  };
