import { CarrierError } from '../carrier.port.ts';

const goneCodes = new Set([20404, 21220]);
/** Refused before a connection was made: nothing can have happened. */
const notReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Sorts what the SDK throws (RestException with status and code, or an axios error) into our four kinds. */
const carrierFailure = (error: unknown): CarrierError => {
  const { status, code } = error as { status?: number; code?: number | string };
  const number = typeof code === 'number' ? code : undefined;
  if (status === 404 || (number !== undefined && goneCodes.has(number)))
    return new CarrierError('gone', number);
  if (status === 429) return new CarrierError('busy', number);
  if (typeof code === 'string' && notReached.has(code)) return new CarrierError('busy');
  if (status === undefined || status >= 500) return new CarrierError('unknown', number);
  return new CarrierError('refused', number);
};

export const asCarrierError = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CarrierError ? error : carrierFailure(error);
  }
};
