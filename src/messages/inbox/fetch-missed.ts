import { listAllNumbers } from '../../clinics/clinic-numbers.ts';
import type { Clock } from '../../platform/clock.ts';
import { inClinic } from '../../platform/database/database.ts';
import { CarrierError, type Carrier } from '../../ports/carrier/carrier.port.ts';
import { moveMark, selectMark } from './received-marks.store.ts';
import { receiveSms, type ReplyDependencies } from './receive-sms.ts';
import { selectKnownSids } from '../delivery/settle.store.ts';

type Dependencies = ReplyDependencies & { clock: Clock; carrier: Pick<Carrier, 'messagesReceived'> };

/** A message may be on its way to us, and the carrier's clock is not ours. */
const overlap = Temporal.Duration.from({ minutes: 15 });

const fetchFor = async (
  deps: Dependencies,
  { clinicId, phoneNumber }: { clinicId: string; phoneNumber: string },
): Promise<void> => {
  const { database, carrier, clock } = deps;
  const asked = clock.now();
  const mark = (await inClinic(database, clinicId, (trx) => selectMark(trx, phoneNumber))) ?? asked;
  const received = await carrier.messagesReceived(phoneNumber, mark.subtract(overlap));
  const sids = received.map(({ sid }) => sid);
  const known = await inClinic(database, clinicId, (trx) => selectKnownSids(trx, sids));
  for (const message of received) if (!known.has(message.sid)) await receiveSms(deps, message, clock.now());
  await inClinic(database, clinicId, (trx) => moveMark(trx, phoneNumber, asked));
};

/**
 * Fetches text messages that the carrier could not bring, because nobody here answered. Each is taken in once, whether
 * it comes by itself after all or not.
 */
export const fetchMissed = async (deps: Dependencies): Promise<void> => {
  for (const { clinicId, phoneNumber } of await listAllNumbers(deps.database)) {
    try {
      await fetchFor(deps, { clinicId, phoneNumber });
    } catch (error) {
      // The carrier does not answer, or does not have this number: the mark stays, and it is asked again.
      if (!(error instanceof CarrierError)) throw error;
    }
  }
};
