import type { ClinicTransaction } from '../platform/database/database.ts';
import { routingDocumentSchema, type RoutingDocument } from './rules/routing-document.ts';

export type Draft = {
  document: RoutingDocument;
  /** number of the newest publication when the draft was begun */
  basedOn: number;
  savedBy: { userId: string; name: string } | null;
  savedAt: Temporal.Instant;
};

/** The revision outlives the draft, so that nobody saves over a draft that they have not seen. */
export const selectDraft = async (
  trx: ClinicTransaction,
): Promise<{ revision: number; draft: Draft | null }> => {
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
  if (!row) return { revision: 0, draft: null };
  const { document, revision, userId, name, ...rest } = row;
  const savedBy = userId === null ? null : { userId, name: name ?? '' };
  return {
    revision,
    draft: document === null ? null : { ...rest, document: routingDocumentSchema.parse(document), savedBy },
  };
};

type SavedDraft = {
  document: RoutingDocument | null;
  revision: number;
  basedOn: number;
  userId: string;
  at: Temporal.Instant;
};

/** @param draft `document` null: there is none from now on */
export const saveDraftRow = async (
  trx: ClinicTransaction,
  { document, revision, basedOn, userId, at }: SavedDraft,
): Promise<void> => {
  const row = {
    document: document && JSON.stringify(document),
    revision,
    based_on: basedOn,
    saved_by: userId,
    saved_at: at,
  };
  await trx
    .insertInto('routing_drafts')
    .values({ clinic_id: trx.clinicId, ...row })
    .onConflict((conflict) => conflict.column('clinic_id').doUpdateSet(row))
    .execute();
};
