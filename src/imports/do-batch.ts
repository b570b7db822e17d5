import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { BatchWork, Saved } from './batch-work.ts';
import type { ImportRow } from './imports.store.ts';
import { loadReading } from './load-reading.ts';
import type { Tally } from './rules/import-views.ts';
import { addToTally } from './rules/judge-row.ts';
import { saveAppointments } from './save-appointments.ts';
import { saveGuardians, savePatients, savePractitioners } from './save-people.ts';
import type { Seal, StagedRow } from './staged-rows.ts';
import { insertFindings, insertSubjects, type Batch } from './staging.store.ts';

type Stage = (trx: ClinicTransaction, work: BatchWork) => Promise<Saved[]>;

/** As `rules/fhir-resource.ts` counts them. A CSV file has patients only. */
const stages: Record<number, Stage> = {
  0: savePractitioners,
  1: savePatients,
  2: saveGuardians,
  3: saveAppointments,
};

/** Every row that was refused or trimmed, with the row itself, sealed. */
const findingsOf = (results: readonly Saved[], rows: readonly StagedRow[], seal: Seal) => {
  const contents = new Map(rows.map((row) => [row.row, row]));
  return results
    .filter(({ faults }) => faults.length > 0)
    .map(({ row, outcome, faults }) => ({
      row,
      outcome: outcome === 'refused' ? ('refused' as const) : ('trimmed' as const),
      reasons: faults,
      content: seal.sealRows([contents.get(row)!]),
    }));
};

/** Reads, judges and saves the rows of one batch, in the caller's transaction. @returns the tally after it */
export const doBatch = async (
  trx: ClinicTransaction,
  { one, batch, seal, now }: { one: ImportRow; batch: Batch; seal: Seal; now: Temporal.Instant },
  onAppointmentsChanged: OnAppointmentsChanged,
): Promise<Tally> => {
  const rows = seal.openRows(batch.content);
  const reading = await loadReading(trx, one, now);
  const results = await stages[batch.stage]!(trx, {
    one,
    rows,
    reading,
    choices: one.choices,
    now,
    onAppointmentsChanged,
  });
  await insertFindings(trx, one.id, findingsOf(results, rows, seal));
  await insertSubjects(
    trx,
    one.id,
    results.flatMap(({ subjects }) => subjects),
  );
  return results.reduce(addToTally, one.tally);
};
