import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { Refused } from './add-patient.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { replaceLists } from './contact-points.store.ts';
import { lockPatient, updatePatient } from './patient-record.store.ts';
import type { PatientChange } from './rules/patient-draft.ts';
import { readLists } from './rules/read-lists.ts';

type Unchanged =
  | { ok: false; why: 'no-such-patient' }
  | { ok: false; why: 'changed-meanwhile'; revision: number };

const whatChanged = (archived: boolean | undefined, was: boolean): string => {
  if (archived === undefined || archived === was) return 'patient.changed';
  return archived ? 'patient.archived' : 'patient.restored';
};

/**
 * Changes a record that nobody else has changed since it was seen. Which fields changed is recorded, not their
 * values: the log outlives the person's wish to have them forgotten. After a refusal the transaction must be given up.
 */
export const changePatient = async (
  trx: ClinicTransaction,
  id: string,
  { revision, archived, phoneNumbers, emails, identifiers, tags, ...own }: PatientChange,
  by: { userId: string; at: Temporal.Instant },
): Promise<{ ok: true } | Unchanged | Refused> => {
  const { country } = await clinicSettings(trx);
  const read = readLists({ phoneNumbers, emails, identifiers, tags }, country);
  if (!read.ok) return { ok: false, why: 'unreadable', fault: read.fault };
  const locked = await lockPatient(trx, id);
  if (locked === null) return { ok: false, why: 'no-such-patient' };
  if (locked.revision !== revision) return { ok: false, why: 'changed-meanwhile', revision: locked.revision };

  const isNew = archived !== undefined && archived !== locked.archived;
  const archivedAt = isNew ? { archivedAt: archived ? by.at : null } : {};
  await updatePatient(trx, id, { ...own, ...archivedAt }, by.at);
  if (!(await replaceLists(trx, id, read.lists))) return { ok: false, why: 'identifier-taken' };
  const fields = Object.entries({ ...own, ...read.lists }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  await recordAudit(trx, {
    ...by,
    action: whatChanged(archived, locked.archived),
    subject: { kind: 'patient', id },
    detail: { fields: fields.join(', ') },
  });
  await announce(trx, 'patients', id);
  return { ok: true };
};
