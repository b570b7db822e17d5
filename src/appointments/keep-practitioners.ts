import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertPractitioner, selectPractitionerViews, updatePractitioner } from './practitioners.store.ts';
import type { PractitionerView } from './rules/appointment-views.ts';

type By = { userId: string; at: Temporal.Instant };

/** Whose calendars there are, by name; the archived ones too. */
export const listPractitioners = (trx: ClinicTransaction): Promise<PractitionerView[]> =>
  selectPractitionerViews(trx);

export const addPractitioner = async (
  trx: ClinicTransaction,
  name: string,
  by: By,
): Promise<PractitionerView> => {
  const id = randomUUIDv7();
  await insertPractitioner(trx, id, name);
  await recordAudit(trx, { ...by, action: 'practitioner.added', subject: { kind: 'practitioner', id } });
  await announce(trx, 'appointments');
  return { id, name, archived: false };
};

/** Renames, archives or restores. Appointments of an archived practitioner stay; new ones cannot be made. */
export const changePractitioner = async (
  trx: ClinicTransaction,
  id: string,
  { name, archived }: { name?: string | undefined; archived?: boolean | undefined },
  by: By,
): Promise<PractitionerView | null> => {
  const archivedAt = archived === undefined ? {} : { archivedAt: archived ? by.at : null };
  const changed = await updatePractitioner(trx, id, { name, ...archivedAt });
  if (changed === null) return null;
  await recordAudit(trx, { ...by, action: 'practitioner.changed', subject: { kind: 'practitioner', id } });
  await announce(trx, 'appointments');
  return changed;
};
