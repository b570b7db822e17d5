import { recordAudit } from '../audit/record-audit.ts';
import { removeImportedAppointments } from '../appointments/remove-imported-appointments.ts';
import { removeImportedPatients } from '../patients/remove-imported-patients.ts';
import { inClinic } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { lockImport, updateImport } from './imports.store.ts';
import { undoJob, type ImportDependencies } from './imports-work.ts';
import { takeAdded } from './staging.store.ts';

type OneImport = { clinicId: string; importId: string };
const batch = 500;
const batchesOfTurn = 200;

/** Appointments before the patients they belong to. @returns whether there may be more */
const undoBatch = (deps: ImportDependencies, { clinicId, importId }: OneImport): Promise<boolean> =>
  inClinic(deps.database, clinicId, async (trx) => {
    const one = await lockImport(trx, importId);
    if (one?.status !== 'undoing') return false;
    const at = deps.clock.now();
    const appointments = await takeAdded(trx, importId, 'appointment', batch);
    const patients = appointments.length > 0 ? [] : await takeAdded(trx, importId, 'patient', batch);
    const removed =
      appointments.length > 0
        ? await removeImportedAppointments(trx, appointments)
        : await removeImportedPatients(trx, patients);
    const asked = appointments.length + patients.length;
    const tally = {
      ...one.tally,
      removed: one.tally.removed + removed,
      kept: one.tally.kept + asked - removed,
    };
    await updateImport(trx, importId, { tally, ...(asked === 0 ? { status: 'undone' as const } : {}) });
    if (asked === 0) {
      await recordAudit(trx, {
        userId: one.createdBy,
        action: 'import.undone',
        subject: { kind: 'import', id: importId },
        detail: { removed: tally.removed, kept: tally.kept },
        at,
      });
      await announce(trx, 'patients');
      await announce(trx, 'appointments');
    }
    await announce(trx, 'imports', importId);
    return asked > 0;
  });

/** Batch after batch, each in one transaction, so that a killed worker goes on where it was. */
export const undoBatches = async (deps: ImportDependencies, which: OneImport): Promise<void> => {
  for (let count = 0; count < batchesOfTurn; count += 1) if (!(await undoBatch(deps, which))) return;
  await inClinic(deps.database, which.clinicId, (trx) =>
    deps.send(trx, undoJob, which, { key: which.importId }),
  );
};
