import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';
import {
  insertAppointments,
  insertPractitioners,
  keepExternalIds,
  keepPractitionerIds,
  selectByExternalIds,
  selectPractitioners,
  updateAppointments,
} from './imported-appointments.store.ts';
import type { OnAppointmentsChanged } from './note-appointment-change.ts';
import type { AppointmentDraft, PractitionerDraft } from './rules/appointment-draft.ts';

export type SavedAppointment = { key: number; id: string; outcome: 'added' | 'updated' | 'skipped' };

const idKey = ({ externalId: { system, value } }: AppointmentDraft): string =>
  JSON.stringify([system, value]);

/**
 * Adds and updates appointments from another system. One that it has told of before is the same one, moved or cancelled
 * as it may be, and what hangs on it follows. A file is what the practice knew before: it records no events, so that reading one
 * in starts nothing. Of two in one batch with the same id the later counts.
 * @param known what becomes of an appointment that is here already
 */
export const saveImportedAppointments = async (
  trx: ClinicTransaction,
  drafts: readonly AppointmentDraft[],
  known: 'update' | 'skip',
  onChanged: OnAppointmentsChanged,
): Promise<SavedAppointment[]> => {
  if (drafts.length === 0) return [];
  const here = await selectByExternalIds(
    trx,
    drafts.map(({ externalId }) => externalId),
  );
  const latest = new Map<string, AppointmentDraft & { id: string }>();
  const saved = drafts.map((draft): SavedAppointment => {
    const key = idKey(draft);
    const before = here.get(key);
    const id = before ?? latest.get(key)?.id ?? randomUUIDv7();
    if (before !== undefined && known === 'skip') return { key: draft.key, id, outcome: 'skipped' };
    const outcome = before === undefined && !latest.has(key) ? 'added' : 'updated';
    latest.set(key, { ...draft, id });
    return { key: draft.key, id, outcome };
  });
  const writes = [...latest.values()];
  const fresh = writes.filter((draft) => !here.has(idKey(draft)));
  const changed = writes.filter((draft) => here.has(idKey(draft)));
  if (fresh.length > 0) await insertAppointments(trx, fresh);
  if (changed.length > 0) {
    await updateAppointments(trx, changed);
    await onChanged(
      trx,
      changed.map(({ id }) => id),
    );
  }
  if (writes.length > 0) await keepExternalIds(trx, writes);
  return saved;
};

/** Finds or adds practitioners. @returns whom each key stands for, and whether they are new */
export const saveImportedPractitioners = async (
  trx: ClinicTransaction,
  drafts: readonly PractitionerDraft[],
): Promise<Map<string, { id: string; added: boolean }>> => {
  if (drafts.length === 0) return new Map();
  const here = await selectPractitioners(trx, [...drafts]);
  const byName = new Map<string, string>();
  const fresh: { id: string; name: string }[] = [];
  const result = new Map<string, { id: string; added: boolean }>();
  for (const { key, name } of drafts) {
    const known = here.get(key) ?? byName.get(name.toLowerCase());
    const id = known ?? randomUUIDv7();
    if (known === undefined) fresh.push({ id, name });
    byName.set(name.toLowerCase(), id);
    result.set(key, { id, added: known === undefined });
  }
  await insertPractitioners(trx, fresh);
  const ids = drafts.flatMap(({ key, externalIds }) =>
    externalIds.map((external) => ({ id: result.get(key)!.id, ...external })),
  );
  await keepPractitionerIds(trx, ids);
  return result;
};
