import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction, Database } from '../../platform/database/database.ts';
import { insertFacts, selectClinicsWithFacts, takeFacts, type ToldFact } from './facts.store.ts';
import type { MessageFact } from '../rules/message-fact.ts';

/** Keeps what became of messages for the workflow instances that wanted them; other messages tell nobody. */
export const tellFacts = async (
  trx: ClinicTransaction,
  facts: readonly { id: string; instanceId: string | null; fact: MessageFact }[],
  now: Temporal.Instant,
): Promise<void> => {
  const rows = facts.flatMap(({ id, instanceId, fact }) =>
    instanceId === null ? [] : [{ id: randomUUIDv7(), instance_id: instanceId, message_id: id, fact }],
  );
  if (rows.length > 0) await insertFacts(trx, rows, now);
};

/** Clinics that have facts nobody has taken, for the worker of the workflows. `messageBell` tells it of new ones. */
export const clinicsWithMessageFacts = (database: Database, limit = 1000): Promise<string[]> =>
  selectClinicsWithFacts(database, limit);

/**
 * Takes the oldest facts away, in the transaction that acts on them. Several workers may do so at once.
 * @returns fewer than `limit`: nothing is left that nobody is at
 */
export const takeMessageFacts = (trx: ClinicTransaction, limit = 500): Promise<ToldFact[]> =>
  takeFacts(trx, limit);
