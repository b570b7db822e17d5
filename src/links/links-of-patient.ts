import type { ClinicTransaction } from '../platform/database/database.ts';
import { revokeLinks, selectOpenOfPatient, type OpenLinks } from './links.store.ts';
import type { LinkPurpose } from './rules/link.ts';

/** How many links of a kind somebody has that work. */
export const showOpenLinks = (
  trx: ClinicTransaction,
  patientId: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<OpenLinks> => selectOpenOfPatient(trx, patientId, purpose, now);

/** Ends all of them at once. @returns how many there were */
export const endLinks = (
  trx: ClinicTransaction,
  patientId: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<number> => revokeLinks(trx, patientId, purpose, now);
