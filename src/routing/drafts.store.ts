import type { ClinicTransaction } from '../platform/database/database.ts';
import { routingDocumentSchema, type RoutingDocument } from './rules/routing-document.ts';

export type DraftRow = {
  document: RoutingDocument;
  revision: number;
  basedOn: number;
  savedBy: { userId: string; name: string } | null;
  savedAt: Temporal.Instant;
};

export const selectDraft = async (trx: ClinicTransaction): Promise<DraftRow | null> => {
  const row = await trx
    .selectFrom('routing_drafts as draft')
    .leftJoin('users', 'users.id', 'draft.saved_by')
    .select([
      'draft.document',
      'draft.revision',
      'draft.based_on as basedOn',
      'draft.saved_at as savedAt',
      'users.id as userId',
      'users.name',
    ])
    .where('draft.clinic_id', '=', trx.clinicId)
    .executeTakeFirst();
  if (!row) return null;
  const { document, userId, name, ...rest } = row;
  return {
    ...rest,
    document: routingDocumentSchema.parse(document),
    savedBy: userId === null ? null : { userId, name: name ?? '' },
  };
};

/** 0: nothing was published yet. */
export const selectNewestNumber = async (trx: ClinicTransaction): Promise<number> => {
  const row = await trx
    .selectFrom('routing_publications')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('clinic_id', '=', trx.clinicId)
    .executeTakeFirst();
  return row?.number ?? 0;
};
