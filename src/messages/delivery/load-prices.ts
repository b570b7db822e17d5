import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectPrices } from '../templates/templates.store.ts';

/** What a segment of a text message costs the clinic. */
export const loadPrices = (
  trx: ClinicTransaction,
): Promise<{ currency: string; segmentPriceMicros: number }> => selectPrices(trx);
