import type { ClinicTransaction } from '../platform/database/database.ts';
import { clinicSettings } from './clinic-settings.store.ts';
import { selectMergesInto } from './merge.store.ts';
import { selectNotes } from './notes.store.ts';
import { selectPatientRows } from './patient-rows.store.ts';
import { selectPerson, selectRelatives, type RelativeRow } from './person.store.ts';
import { chooseTimeZone } from './rules/choose-time-zone.ts';
import { undoPeriod } from './rules/undo-period.ts';
import type { PatientView } from './rules/patient-views.ts';
import { fullName } from './rules/person-name.ts';
import { showNote } from './show-note.ts';
import { showPatientRow } from './show-patient-row.ts';

const showRelative = ({ givenName, familyName, ...rest }: RelativeRow): PatientView['children'][number] => ({
  ...rest,
  name: fullName({ givenName, familyName }),
});

/** One person with everything beside the timeline; null when the clinic has no such person. */
export const showPatient = async (
  trx: ClinicTransaction,
  id: string,
  by: { userId: string; at: Temporal.Instant },
): Promise<PatientView | null> => {
  const person = await selectPerson(trx, id);
  const [row] = person === null ? [] : await selectPatientRows(trx, [id], by.at);
  if (person === null || row === undefined) return null;
  const clinic = await clinicSettings(trx);
  const guardians = await selectRelatives(trx, id, 'guardians');
  const children = await selectRelatives(trx, id, 'children');
  const merges = await selectMergesInto(trx, id, by.at.subtract(undoPeriod));
  const pinned = await selectNotes(trx, id, { pinned: true });
  const { email: _, guardians: __, archived: ___, ...item } = showPatientRow(row, clinic);
  return {
    ...item,
    ...person,
    givenName: row.givenName,
    familyName: row.familyName,
    timeZone: chooseTimeZone(person.timeZone, row.number, clinic.zone),
    guardians: guardians.map(showRelative),
    children: children.map(showRelative),
    notes: pinned.map((note) => showNote(note, by.userId)),
    archivedAt: person.archivedAt?.toString() ?? null,
    createdAt: person.createdAt.toString(),
    updatedAt: person.updatedAt.toString(),
    mergedFrom: merges.map(({ givenName, familyName, mergeId, at }) => ({
      mergeId,
      name: fullName({ givenName, familyName }),
      at: at.toString(),
      undoUntil: at.add(undoPeriod).toString(),
    })),
  };
};
