import { listClinicIds } from '../../clinics/list-clinic-ids.ts';
import type { Clock } from '../../platform/clock.ts';
import { inClinic, type Database } from '../../platform/database/database.ts';
import { CarrierError, type Carrier } from '../../ports/carrier/carrier.port.ts';
import { noteStatus } from './note-status.ts';
import { selectSilent } from './status.store.ts';

type Dependencies = { database: Database; clock: Clock; carrier: Pick<Carrier, 'fetchMessage'> };

/** A receipt takes seconds. What has none after this long was lost on the way; what has none after that long has no end. */
const silence = { after: { minutes: 10 }, until: { hours: 24 } };
const mostAtOnce = 200;

const askInClinic = async (deps: Dependencies, clinicId: string): Promise<void> => {
  const now = deps.clock.now();
  const span = { before: now.subtract(silence.after), after: now.subtract(silence.until) };
  const silent = await inClinic(deps.database, clinicId, (trx) => selectSilent(trx, span, mostAtOnce));
  for (const { id: messageId, carrierSid } of silent) {
    const found = await deps.carrier.fetchMessage(carrierSid);
    if (found === null) continue;
    const { sid, status, errorCode } = found;
    await noteStatus(deps.database, { clinicId, messageId }, { sid, status, errorCode }, deps.clock.now());
  }
};

/** Asks the carrier what became of messages whose receipts never came. */
export const askAfterSilent = async (deps: Dependencies): Promise<void> => {
  for (const clinicId of await listClinicIds(deps.database)) {
    try {
      await askInClinic(deps, clinicId);
    } catch (error) {
      // The carrier does not answer: it is asked again in a few minutes.
      if (error instanceof CarrierError) return;
      throw error;
    }
  }
};
