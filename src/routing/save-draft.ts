import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { saveDraftRow, selectDraft } from './drafts.store.ts';
import { selectNewestNumber } from './publications.store.ts';
import { lockRouting } from './routing-lock.store.ts';
import type { RoutingDocument } from './rules/routing-document.ts';

export type By = { userId: string; at: Temporal.Instant };

type SaveDraft = {
  document: RoutingDocument;
  /** the one that was read: somebody else's later save is not written over */
  revision: number;
  /** The publication that the person has looked at. Left out: the one that the draft was begun from. */
  basedOn?: number | undefined;
};

/** @returns false when somebody else has saved, discarded or published meanwhile */
export const saveDraft = async (trx: ClinicTransaction, save: SaveDraft, by: By): Promise<boolean> => {
  await lockRouting(trx);
  const { revision, draft } = await selectDraft(trx);
  if (revision !== save.revision) return false;
  const newest = await selectNewestNumber(trx);
  const basedOn = save.basedOn ?? draft?.basedOn ?? newest;
  if (basedOn > newest) return false;
  await saveDraftRow(trx, { document: save.document, revision: revision + 1, basedOn, ...by });
  await announce(trx, 'routing');
  return true;
};

/** @returns false when somebody else has saved, discarded or published meanwhile */
export const discardDraft = async (trx: ClinicTransaction, seen: number, by: By): Promise<boolean> => {
  await lockRouting(trx);
  const { revision, draft } = await selectDraft(trx);
  if (revision !== seen) return false;
  if (!draft) return true;
  await saveDraftRow(trx, { document: null, revision: revision + 1, basedOn: draft.basedOn, ...by });
  await recordAudit(trx, {
    ...by,
    action: 'routing.draft-discarded',
    subject: { kind: 'routing', id: null },
  });
  await announce(trx, 'routing');
  return true;
};
