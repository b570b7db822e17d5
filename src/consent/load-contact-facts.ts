import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectWhoTheyAre } from './gate-facts.store.ts';
import { loadGateFacts } from './load-gate-facts.ts';
import type { ContactFacts } from './rules/contact-facts.ts';
import type { Channel } from './rules/contact-request.ts';

export type FactsWanted = {
  /** who would receive it */
  patientId: string;
  /** who it would be about */
  aboutId: string;
  channel: Channel;
  /** E.164 or an e-mail address; null: the way needs none */
  to: string | null;
};

/**
 * What the gate goes by for each of these contacts, so that it can be asked at moments that have not come: nothing is
 * decided, nothing kept, nobody locked.
 * @param since contacts that count are looked for from a week before
 * @returns null for somebody who is not there
 */
export const loadContactFacts = async (
  trx: ClinicTransaction,
  wanted: readonly FactsWanted[],
  since: Temporal.Instant,
): Promise<(ContactFacts | null)[]> => {
  const ids = [...new Set(wanted.flatMap(({ patientId, aboutId }) => [patientId, aboutId]))];
  const whoTheyAre = await selectWhoTheyAre(trx, ids);
  const questions = wanted.map((one) => ({ ...one, key: '', purpose: 'care', moment: 'planning' }) as const);
  const factsOf = await loadGateFacts(trx, questions, whoTheyAre, since);
  return questions.map((question) => {
    const patientId = whoTheyAre.get(question.patientId);
    return patientId === undefined ? null : factsOf(question, patientId, [], since);
  });
};
