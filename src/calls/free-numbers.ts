import { listAllNumbers } from '../clinics/clinic-numbers.ts';
import type { Database } from '../platform/database/database.ts';
import type { Carrier, CarrierNumber } from '../ports/carrier/carrier.port.ts';

/** Numbers of the carrier's account that no clinic has. @throws CarrierError */
export const freeNumbers = async (deps: {
  database: Database;
  carrier: Carrier;
}): Promise<CarrierNumber[]> => {
  const account = await deps.carrier.listNumbers();
  const taken = new Set((await listAllNumbers(deps.database)).map(({ phoneNumber }) => phoneNumber));
  return account.filter(({ phoneNumber }) => !taken.has(phoneNumber));
};
