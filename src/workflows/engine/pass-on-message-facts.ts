import { takeMessageFacts } from '../../messages/delivery/tell-facts.ts';
import { inClinic, type Database } from '../../platform/database/database.ts';
import { readMessageFact } from '../rules/read-message-fact.ts';
import { selectMessageKeys } from './subjects.store.ts';
import { tellFacts } from '../people/tell-instances.ts';

/**
 * Tells instances what became of their messages, one batch.
 * @returns how many facts there were; fewer than `limit`: nothing is left that nobody is at
 */
export const passOnMessageFacts = (
  database: Database,
  clinicId: string,
  now: Temporal.Instant,
  limit = 500,
): Promise<number> =>
  inClinic(database, clinicId, async (trx) => {
    const told = await takeMessageFacts(trx, limit);
    if (told.length === 0) return 0;
    const keys = await selectMessageKeys(
      trx,
      told.map(({ messageId }) => messageId),
    );
    const tellings = told.flatMap(({ instanceId, messageId, fact: said }) => {
      const key = keys.get(messageId);
      const facts = key === undefined ? [] : readMessageFact(key, said);
      return facts.map((fact) => ({ instanceId, fact }));
    });
    await tellFacts(trx, tellings, now);
    return told.length;
  });
