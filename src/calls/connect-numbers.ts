import { keepNumberSid, listAllNumbers } from '../clinics/clinic-numbers.ts';
import type { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import { CarrierError, type Carrier } from '../ports/carrier/carrier.port.ts';

/**
 * Points every number of every clinic at this installation, so that a changed public address is followed at the next
 * start. A number the carrier refuses is reported and does not keep the others from working.
 * @param publicUrl without a slash at the end
 */
export const connectNumbers = async (
  deps: { database: Database; carrier: Carrier; log: Log },
  publicUrl: string,
): Promise<void> => {
  const voice = `${publicUrl}/api/twilio/voice`;
  const urls = {
    voice: `${voice}/incoming`,
    voiceFallback: `${voice}/fallback`,
    status: `${voice}/status-callback`,
  };
  for (const { phoneNumber, label: name } of await listAllNumbers(deps.database)) {
    try {
      const sid = await deps.carrier.connectNumber({ phoneNumber, name }, urls);
      await keepNumberSid(deps.database, phoneNumber, sid);
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error;
      deps.log.error({ failure: error.failure, code: error.code }, 'a clinic number could not be connected');
    }
  }
};
