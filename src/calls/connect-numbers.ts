import { keepNumberSid, listAllNumbers } from '../clinics/clinic-numbers.ts';
import type { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import { CarrierError, type Carrier } from '../ports/carrier/carrier.port.ts';

type Dependencies = { database: Database; carrier: Carrier; log: Log };

const webhooksUnder = (publicUrl: string) => {
  const voice = `${publicUrl}/api/twilio/voice`;
  return {
    voice: `${voice}/incoming`,
    voiceFallback: `${voice}/fallback`,
    status: `${voice}/status-callback`,
    sms: `${publicUrl}/api/twilio/sms/incoming`,
  };
};

/**
 * Points one number of a clinic at this installation.
 * @param publicUrl without a slash at the end
 */
export const connectNumber = async (
  { database, carrier }: Pick<Dependencies, 'database' | 'carrier'>,
  phoneNumber: string,
  publicUrl: string,
): Promise<'connected' | 'unknown-number' | 'refused'> => {
  const number = (await listAllNumbers(database)).find((each) => each.phoneNumber === phoneNumber);
  if (!number) return 'unknown-number';
  try {
    const sid = await carrier.connectNumber({ phoneNumber, name: number.label }, webhooksUnder(publicUrl));
    await keepNumberSid(database, phoneNumber, sid);
    return 'connected';
  } catch (error) {
    if (error instanceof CarrierError) return 'refused';
    throw error;
  }
};

/**
 * Points every number of every clinic at this installation, so that a changed public address is followed at the next
 * start. A number the carrier refuses is reported and does not keep the others from working.
 * @param publicUrl without a slash at the end
 */
export const connectNumbers = async (deps: Dependencies, publicUrl: string): Promise<void> => {
  const urls = webhooksUnder(publicUrl);
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
