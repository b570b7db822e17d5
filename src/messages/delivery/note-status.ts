import { inClinic, type Database } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { afterFailure } from './after-failure.ts';
import { partMembers, selectMembers } from './families.store.ts';
import { plan } from './outbox.store.ts';
import { decideStatus, type StatusReport } from '../rules/decide-status.ts';
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
    const members = (await selectMembers(trx, [message.id]))(message.id);
    await writeStatus(trx, message.id, written, now);
    for (const { id } of members)
      await writeStatus(trx, id, { ...written, carrierSid: null, pastSids: [] }, now);
    if (again !== null) {
      await plan(trx, [
        {
          messageId: message.id,
          dueAt: again.toString(),
          family: members.length > 0 ? message.family : null,
        },
      ]);
      await partMembers(
        trx,
        members.map(({ id }) => id),
        again,
      );
    }
    if (fact !== null)
      await tellFacts(
        trx,
        [message, ...members].map(({ id, instanceId }) => ({ id, instanceId, fact })),
        now,
      );
    if (change.status === 'failed')
      await afterFailure(trx, { ...message, members, reason: change.reason ?? 'refused' }, now);
    await announce(trx, 'messages', message.id);
  });
