import type { ClinicTransaction } from '../platform/database/database.ts';
import { loadDraft } from './load-draft.ts';
import { checkDocument } from './rules/check-document.ts';
import { documentDifferences, type Difference } from './rules/document-differences.ts';
import type { DraftView } from './rules/draft-view.ts';
import type { Fault } from './rules/fault.ts';

/** The clinic's draft; what is published where nobody has begun one. Null: the clinic has no call settings. */
export const showDraft = async (trx: ClinicTransaction): Promise<DraftView | null> => {
  const setup = await loadDraft(trx);
  if (!setup) return null;
  const { published, draft, revision, newest, directory } = setup;
  return {
    document: draft?.document ?? published,
    published,
    revision,
    basedOn: draft?.basedOn ?? newest,
    publication: newest,
    saved: draft && { by: draft.savedBy, at: draft.savedAt.toString() },
    directory,
  };
};

/** What publishing the draft would change. Null: the clinic has no call settings. */
export const showDifferences = async (trx: ClinicTransaction): Promise<Difference[] | null> => {
  const setup = await loadDraft(trx);
  return setup && documentDifferences(setup.published, setup.draft?.document ?? setup.published);
};

/** What is wrong with the draft, or with what is published. Null: the clinic has no call settings. */
export const showFaults = async (trx: ClinicTransaction): Promise<Fault[] | null> => {
  const setup = await loadDraft(trx);
  return setup && checkDocument(setup.draft?.document ?? setup.published, setup.known);
};
