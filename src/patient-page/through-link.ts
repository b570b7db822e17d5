import { openLink, type OpenLink } from '../links/open-link.ts';
import type { LinkPurpose } from '../links/rules/link.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';

export type LinkDependencies = { database: Database; clock: Clock };

/** Does something in the clinic of a link. @returns null: the link opens nothing of these, or `work` found nothing */
export const throughLink = async <T>(
  { database, clock }: LinkDependencies,
  code: string,
  purposes: readonly LinkPurpose[],
  work: (trx: ClinicTransaction, link: OpenLink, now: Temporal.Instant) => Promise<T | null>,
): Promise<T | null> => {
  const now = clock.now();
  const link = await openLink(database, code, now);
  if (link === null || !purposes.includes(link.purpose)) return null;
  return inClinic(database, link.clinicId, (trx) => work(trx, link, now));
};
