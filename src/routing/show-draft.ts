import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectDraft, selectNewestNumber } from './drafts.store.ts';
import { selectNames, selectPublished } from './published.store.ts';
import type { DraftView } from './rules/draft-view.ts';

/** The clinic's draft; what is published where nobody has begun one. Null: the clinic has no call settings. */
export const showDraft = async (trx: ClinicTransaction): Promise<DraftView | null> => {
  const draft = await selectDraft(trx);
  const document = draft?.document ?? (await selectPublished(trx));
  if (!document) return null;
  const publication = await selectNewestNumber(trx);
  return {
    document,
    revision: draft?.revision ?? 0,
    basedOn: draft?.basedOn ?? publication,
    publication,
    saved: draft && { by: draft.savedBy, at: draft.savedAt.toString() },
    directory: { ...(await selectNames(trx)), recordings: [] },
  };
};
