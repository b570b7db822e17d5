import type { ClinicTransaction } from '../platform/database/database.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { selectMergesInto } from './merge.store.ts';
import { selectPinnedNotes } from './notes.store.ts';
import { selectPatientRows } from './patient-rows.store.ts';
import { selectPeople, selectRelatives, type RelativeRow } from './person.store.ts';
import { chooseTimeZone } from './rules/choose-time-zone.ts';
import { undoPeriod } from './rules/undo-period.ts';
import type { PatientView } from './rules/patient-views.ts';
import { fullName } from './rules/person-name.ts';
import { showNote } from './show-note.ts';
import { showPatientRow } from './show-patient-row.ts';

type By = { userId: string; at: Temporal.Instant };

/** Everything there is of these people, in one question for each kind of thing. */
const loadPeople = async (trx: ClinicTransaction, ids: readonly string[], at: Temporal.Instant) => ({
  clinic: await clinicSettings(trx),
  people: await selectPeople(trx, ids),
  rows: new Map((await selectPatientRows(trx, ids, at)).map((row) => [row.id, row])),
  guardians: await selectRelatives(trx, ids, 'guardians'),
  children: await selectRelatives(trx, ids, 'children'),
  merges: await selectMergesInto(trx, ids, at.subtract(undoPeriod)),
  pinned: await selectPinnedNotes(trx, ids),
});

const showRelative = ({
  givenName,
  familyName,
  ...relative
}: RelativeRow): PatientView['children'][number] => ({
  id: relative.id,
  name: fullName({ givenName, familyName }),
  birthDate: relative.birthDate,
  relation: relative.relation,
  speaksFor: relative.speaksFor,
  phoneNumber: relative.phoneNumber,
});

const showRelatives = (relatives: readonly RelativeRow[], id: string): PatientView['children'] =>
  relatives.filter(({ of }) => of === id).map(showRelative);

const show = (
  { clinic, rows, ...of }: Awaited<ReturnType<typeof loadPeople>>,
  { id, ...person }: Awaited<ReturnType<typeof selectPeople>>[number],
  userId: string,
): PatientView => {
  const row = rows.get(id)!;
  const { email: _, guardians: __, archived: ___, ...item } = showPatientRow(row, clinic);
  return {
    ...item,
    ...person,
    givenName: row.givenName,
    familyName: row.familyName,
    timeZone: chooseTimeZone(person.timeZone, row.number, clinic.zone),
    guardians: showRelatives(of.guardians, id),
    children: showRelatives(of.children, id),
    notes: of.pinned.filter(({ patientId }) => patientId === id).map((note) => showNote(note, userId)),
    archivedAt: person.archivedAt?.toString() ?? null,
    createdAt: person.createdAt.toString(),
    updatedAt: person.updatedAt.toString(),
    mergedFrom: of.merges
      .filter(({ keptId }) => keptId === id)
      .map(({ givenName, familyName, mergeId, at }) => ({
        mergeId,
        name: fullName({ givenName, familyName }),
        at: at.toString(),
        undoUntil: at.add(undoPeriod).toString(),
      })),
  };
};

/** People with everything beside the timeline, by their ids; without those whom the clinic has not. */
export const showPatients = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  by: By,
): Promise<Map<string, PatientView>> => {
  const all = await loadPeople(trx, ids, by.at);
  return new Map(all.people.map((person) => [person.id, show(all, person, by.userId)]));
};

/** One person with everything beside the timeline; null when the clinic has no such person. */
export const showPatient = async (trx: ClinicTransaction, id: string, by: By): Promise<PatientView | null> =>
  (await showPatients(trx, [id], by)).get(id) ?? null;
