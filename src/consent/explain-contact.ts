import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectDecision, selectDecisionPage } from './decision-views.store.ts';
import { selectWhoTheyAre } from './gate-facts.store.ts';
import { writeConsentCursor, type ConsentCursor } from './rules/consent-cursor.ts';
import type { DecisionView } from './rules/decision-view.ts';

/** "Why did she get this?": one answer of the gate. Null when the clinic has no such answer. */
export const explainDecision = (trx: ClinicTransaction, decisionId: string): Promise<DecisionView | null> =>
  selectDecision(trx, decisionId);

/** The answers about one person, newest first; null when the clinic has no such person. */
export const explainContacts = async (
  trx: ClinicTransaction,
  asked: string,
  { contact, after, limit }: { contact: string | null; after: ConsentCursor | null; limit: number },
): Promise<{ items: DecisionView[]; nextCursor: string | null } | null> => {
  const patientId = (await selectWhoTheyAre(trx, [asked])).get(asked);
  if (patientId === undefined) return null;
  const rows = await selectDecisionPage(trx, patientId, { contact, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? writeConsentCursor({ at: last.decidedAt, id: last.id }) : null };
};
