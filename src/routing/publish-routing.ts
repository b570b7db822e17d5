import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { saveDraftRow } from './drafts.store.ts';
import { loadDraft, type Setup } from './load-draft.ts';
import { insertPublication, selectPublication } from './publications.store.ts';
import { lockRouting } from './routing-lock.store.ts';
import { checkDocument } from './rules/check-document.ts';
import { documentDifferences } from './rules/document-differences.ts';
import { isPublishable } from './rules/fault.ts';
import { reviveDocument } from './rules/revive-document.ts';
import type { RoutingDocument } from './rules/routing-document.ts';
import type { By } from './save-draft.ts';
import { writePublished } from './write-published.store.ts';

export type PublishResult =
  | { ok: true; /** the newest publication now */ number: number }
  | { ok: false; why: 'nothing-there' | 'outdated' | 'faulty' };

type Occasion = { note: string; restores: number | null };

/** Makes the document what the calls follow from this moment on. Nothing different is no publication. */
const publish = async (
  trx: ClinicTransaction,
  setup: Setup,
  document: RoutingDocument,
  { note, restores }: Occasion,
  by: By,
): Promise<PublishResult> => {
  if (!isPublishable(checkDocument(document, setup.known))) return { ok: false, why: 'faulty' };
  const changes = documentDifferences(setup.published, document).length;
  if (changes === 0) return { ok: true, number: setup.newest };
  // What was there before the first publication is kept as one, so that the first can be undone too.
  if (setup.newest === 0)
    await insertPublication(trx, {
      number: 1,
      document: setup.published,
      note: '',
      restores: null,
      userId: null,
      at: by.at,
    });
  const number = Math.max(setup.newest, 1) + 1;
  await writePublished(trx, document, by.at);
  await insertPublication(trx, { number, document, note, restores, ...by });
  await recordAudit(trx, {
    ...by,
    action: restores === null ? 'routing.published' : 'routing.restored',
    subject: { kind: 'routing', id: null },
    detail: { number, changes, restores },
  });
  return { ok: true, number };
};

const announcePublication = async (trx: ClinicTransaction): Promise<void> => {
  await announce(trx, 'routing');
  await announce(trx, 'staff');
};

/**
 * Publishes the draft that was seen.
 * `outdated`: it was saved since, or something else was published since it was begun
 */
export const publishDraft = async (
  trx: ClinicTransaction,
  seen: { revision: number; note: string },
  by: By,
): Promise<PublishResult> => {
  await lockRouting(trx);
  const setup = await loadDraft(trx);
  if (!setup) return { ok: false, why: 'nothing-there' };
  const { draft, revision, newest } = setup;
  if (!draft || revision !== seen.revision || draft.basedOn !== newest) return { ok: false, why: 'outdated' };
  const result = await publish(trx, setup, draft.document, { note: seen.note, restores: null }, by);
  if (!result.ok) return result;
  await saveDraftRow(trx, { document: null, revision: revision + 1, basedOn: result.number, ...by });
  await announcePublication(trx);
  return result;
};

/**
 * Publishes once more what was published as `number`. A draft stays, and has to be looked at again.
 * `outdated`: something else was published since
 */
export const restorePublication = async (
  trx: ClinicTransaction,
  number: number,
  seenNewest: number,
  by: By,
): Promise<PublishResult> => {
  await lockRouting(trx);
  const setup = await loadDraft(trx);
  const publication = await selectPublication(trx, number);
  if (!setup || !publication) return { ok: false, why: 'nothing-there' };
  if (setup.newest !== seenNewest) return { ok: false, why: 'outdated' };
  const document = reviveDocument(publication.document, setup.published, setup.known);
  const result = await publish(trx, setup, document, { note: '', restores: number }, by);
  if (result.ok) await announcePublication(trx);
  return result;
};
