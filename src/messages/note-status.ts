import { inClinic, type Database } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { afterFailure } from './after-failure.ts';
import { plan } from './outbox.store.ts';
import { decideStatus, type StatusReport } from './rules/decide-status.ts';
import { lockMessage, writeStatus } from './status.store.ts';
import { tellFacts } from './tell-facts.ts';

/** Takes note of what the carrier says about a message. Repeats, and what comes too late, change nothing. */
export const noteStatus = (
  database: Database,
  { clinicId, messageId }: { clinicId: string; messageId: string },
  report: StatusReport,
  now: Temporal.Instant,
): Promise<void> =>
  inClinic(database, clinicId, async (trx) => {
    const message = await lockMessage(trx, messageId);
    const change = message && decideStatus(message, report, now);
    if (!message || !change) return;
    const { again, fact, ...written } = change;
    await writeStatus(trx, message.id, written, now);
    if (again !== null) await plan(trx, [{ messageId: message.id, dueAt: again.toString() }]);
    if (fact !== null) await tellFacts(trx, [{ id: message.id, instanceId: message.instanceId, fact }], now);
    if (change.status === 'failed')
      await afterFailure(trx, { ...message, reason: change.reason ?? 'refused' }, now);
    await announce(trx, 'messages', message.id);
  });
