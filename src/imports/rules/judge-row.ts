import type { ImportedPatient } from '../../patients/rules/imported-patient.ts';
import type { Choices, Tally } from './import-views.ts';
import { isOfOneField, type Fault, type Remark } from './reasons.ts';

/** What was read from a row and is wrong with it, and whether that is reason enough to refuse it. */
export type Judged<Read> = Read & { row: number; refused: boolean };
type Faulty = { faults: Fault[]; remarks: Remark[] };
export type JudgedPatient = Judged<Faulty & { draft: ImportedPatient }>;

export const judge = <Read extends Faulty>(
  row: number,
  read: Read,
  { onWrongField }: Pick<Choices, 'onWrongField'>,
): Judged<Read> => ({
  ...read,
  row,
  refused: read.faults.some((fault) => onWrongField === 'refuse' || !isOfOneField(fault)),
});

/** What became of a row. `as`: under what it is counted when it was taken. */
export type RowResult = {
  row: number;
  as: 'patient' | 'guardian' | 'practitioner' | 'appointment';
  outcome: 'added' | 'updated' | 'skipped' | 'refused';
  faults: Fault[];
  remarks: Remark[];
};

const count = (counts: Record<string, number>, names: readonly string[]): Record<string, number> => {
  const next = { ...counts };
  for (const name of names) next[name] = (next[name] ?? 0) + 1;
  return next;
};

const counted = {
  guardian: 'guardians',
  practitioner: 'practitioners',
  appointment: 'appointments',
} as const;

/** Counts one more row. */
export const addToTally = (tally: Tally, { as, outcome, faults, remarks }: RowResult): Tally => {
  const taken = outcome !== 'refused';
  const name = taken && as !== 'patient' && outcome !== 'skipped' ? counted[as] : outcome;
  return {
    ...tally,
    [name]: tally[name] + 1,
    trimmed: tally.trimmed + (taken && faults.length > 0 ? 1 : 0),
    reasons: count(
      tally.reasons,
      faults.map(({ code }) => code),
    ),
    remarks: taken ? count(tally.remarks, remarks) : tally.remarks,
  };
};
