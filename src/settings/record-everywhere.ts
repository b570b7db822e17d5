import { recordAudit } from '../audit/record-audit.ts';
import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import { inClinic, type Database } from '../platform/database/database.ts';

/** What belongs to all clinics stands in the log of each. */
export const recordEverywhere = async (
  database: Database,
  action: `installation.${string}`,
  detail: Record<string, string | number>,
  by: { userId: string | null; at: Temporal.Instant },
): Promise<void> => {
  for (const clinicId of await listClinicIds(database)) {
    await inClinic(database, clinicId, (trx) =>
      recordAudit(trx, { ...by, action, subject: { kind: 'installation', id: null }, detail }),
    );
  }
};
