import { linkGuardians } from '../patients/link-guardians.ts';
import { saveImportedPatients } from '../patients/save-imported-patients.ts';
import { saveImportedPractitioners } from '../appointments/save-imported-appointments.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { subjectsOf, type BatchWork, type Saved } from './batch-work.ts';
import { judge, type JudgedPatient } from './rules/judge-row.ts';
import { readRelatedPerson, type ReadGuardian } from './rules/read-fhir-patient.ts';
import { readFhirPractitioner } from './rules/read-fhir-practitioner.ts';
import { namesToTry } from './rules/references.ts';
import type { Fault } from './rules/reasons.ts';
import { findSubjects } from './staging.store.ts';
import { readStagedPatient } from './read-staged-row.ts';
import type { StagedRow } from './staged-rows.ts';

const refusedAs = (
  as: Saved['as'],
  { row, faults, remarks }: Pick<JudgedPatient, 'row' | 'faults' | 'remarks'>,
  more: Fault[] = [],
): Saved => ({
  row,
  as,
  outcome: 'refused',
  faults: [...faults, ...more],
  remarks,
  subjects: [],
});

/** Saves the rows that may be saved, whoever they are counted as. @returns a result for each row, in order */
const saveJudged = async (
  trx: ClinicTransaction,
  { choices, now, rows }: BatchWork,
  judged: readonly JudgedPatient[],
  as: 'patient' | 'guardian',
): Promise<(Saved & { patientId: string | null })[]> => {
  const staged = new Map(rows.map((row): [number, StagedRow] => [row.row, row]));
  const good = judged.filter(({ refused }) => !refused).map(({ row, draft }) => ({ key: row, draft }));
  const outcomes = await saveImportedPatients(trx, good, choices.onDuplicate, now);
  const byRow = new Map(outcomes.map((outcome) => [outcome.key, outcome]));
  return judged.map((each) => {
    const came = byRow.get(each.row);
    if (came === undefined) return { ...refusedAs(as, each), patientId: null };
    const { outcome, patientId } = came;
    if (outcome === 'matches-several' || outcome === 'patient-number-taken')
      return { ...refusedAs(as, each, [{ code: outcome, field: null }]), patientId: null };
    const about =
      patientId === null
        ? []
        : subjectsOf(staged.get(each.row)!, 'patient', { id: patientId, added: outcome === 'added' });
    return {
      row: each.row,
      as,
      outcome,
      faults: each.faults,
      remarks: each.remarks,
      subjects: about,
      patientId,
    };
  });
};

export const savePatients = (trx: ClinicTransaction, work: BatchWork): Promise<Saved[]> =>
  saveJudged(
    trx,
    work,
    work.rows.map((row) => readStagedPatient(row, work.reading, work.choices)),
    'patient',
  );

/** The child that each of these answers for, by row. */
const findChildren = async (
  trx: ClinicTransaction,
  importId: string,
  guardians: readonly (ReadGuardian & { row: number })[],
): Promise<Map<number, string>> => {
  const known = await findSubjects(
    trx,
    importId,
    guardians.flatMap(({ child }) => namesToTry(child)),
  );
  return new Map(
    guardians.flatMap(({ row, child }): [number, string][] => {
      const found = namesToTry(child)
        .map((name) => known.get(name))
        .find((one) => one?.kind === 'patient');
      return found ? [[row, found.id]] : [];
    }),
  );
};

/** People who answer for a child. Whoever is merely related, or whose child is not here, is not taken. */
export const saveGuardians = async (trx: ClinicTransaction, work: BatchWork): Promise<Saved[]> => {
  const read = work.rows.map((staged) =>
    judge(
      staged.row,
      readRelatedPerson('cells' in staged ? null : staged.resource, work.reading),
      work.choices,
    ),
  );
  const children = await findChildren(trx, work.one.id, read);
  const judged = read.map((each) => {
    if (each.relation === null)
      return {
        ...each,
        refused: true,
        faults: [...each.faults, { code: 'not-a-guardian' as const, field: null }],
      };
    if (children.has(each.row)) return each;
    return {
      ...each,
      refused: true,
      faults: [...each.faults, { code: 'patient-unknown' as const, field: null }],
    };
  });
  const saved = await saveJudged(trx, work, judged, 'guardian');
  const links = saved.flatMap(({ row, patientId }) => {
    const relation = read.find((one) => one.row === row)?.relation ?? null;
    const child = children.get(row);
    return patientId === null || child === undefined || relation === null || child === patientId
      ? []
      : [{ patientId: child, guardianId: patientId, relation }];
  });
  await linkGuardians(trx, links);
  return saved;
};

export const savePractitioners = async (trx: ClinicTransaction, work: BatchWork): Promise<Saved[]> => {
  const read = work.rows.map((staged) => ({
    staged,
    ...readFhirPractitioner('cells' in staged ? null : staged.resource, work.reading.today),
  }));
  const drafts = read
    .filter(({ faults }) => faults.length === 0)
    .map(({ staged, name, externalIds }) => ({ key: String(staged.row), name, externalIds }));
  const saved = await saveImportedPractitioners(trx, drafts);
  return read.map(({ staged, faults }): Saved => {
    const who = saved.get(String(staged.row));
    const none = { row: staged.row, as: 'practitioner' as const, faults, remarks: [] };
    if (who === undefined) return { ...none, outcome: 'refused', subjects: [] };
    return {
      ...none,
      outcome: who.added ? 'added' : 'updated',
      subjects: subjectsOf(staged, 'practitioner', who),
    };
  });
};
