import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectDraft, type Draft } from './drafts.store.ts';
import { selectNewestNumber } from './publications.store.ts';
import { selectDirectory, selectPublished } from './published.store.ts';
import type { Directory } from './rules/draft-view.ts';
import type { Known } from './rules/fault.ts';
import { reviveDocument } from './rules/revive-document.ts';
import type { RoutingDocument } from './rules/routing-document.ts';

/** Where the setup of a clinic's calls stands: what is published, the draft if there is one, and what both may name. */
export type Setup = {
  published: RoutingDocument;
  /** as it can hold today */
  draft: Draft | null;
  revision: number;
  /** number of the newest publication; 0: none yet */
  newest: number;
  directory: Directory;
  known: Known;
};

/** Null: the clinic has no call settings. */
export const loadDraft = async (trx: ClinicTransaction): Promise<Setup | null> => {
  const published = await selectPublished(trx);
  if (!published) return null;
  const { revision, draft } = await selectDraft(trx);
  const directory = await selectDirectory(trx);
  const known: Known = {
    staffIds: new Set(directory.staff.map(({ id }) => id)),
    phoneNumbers: new Set(directory.numbers.map(({ phoneNumber }) => phoneNumber)),
    languages: directory.languages,
    recordingIds: new Set(directory.recordings.map(({ id }) => id)),
  };
  return {
    published,
    draft: draft && { ...draft, document: reviveDocument(draft.document, published, known) },
    revision,
    newest: await selectNewestNumber(trx),
    directory,
    known,
  };
};
