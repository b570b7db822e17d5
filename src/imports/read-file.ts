import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import {
  findMapping,
  lockImport,
  selectClinicReading,
  updateImport,
  type ImportRow,
} from './imports.store.ts';
import type { ImportDependencies } from './imports-work.ts';
import { readBundle } from './read-bundle.ts';
import { readCsv } from './read-csv.ts';
import { guessMapping, headerSignature } from './rules/columns.ts';
import type { FileFault } from './rules/import-views.ts';
import { sniffFile, type Encoding, type Pieces } from './sniff-file.ts';
import { stageRows } from './stage-rows.ts';
import { sealOf, type Seal } from './staged-rows.ts';
import { deleteBatches, selectPiece } from './staging.store.ts';

const piecesOf = (trx: ClinicTransaction, importId: string, seal: Seal): Pieces =>
  async function* pieces() {
    for (let number = 0; ; number += 1) {
      const sealed = await selectPiece(trx, importId, number);
      if (sealed === null) return;
      yield seal.openBytes(sealed);
    }
  };

const unreadable = (trx: ClinicTransaction, importId: string, fault: FileFault): Promise<void> =>
  updateImport(trx, importId, { status: 'unreadable', fault });

const stageCsv = async (
  trx: ClinicTransaction,
  one: ImportRow,
  pieces: Pieces,
  seal: Seal,
  now: Temporal.Instant,
  encoding: Encoding,
): Promise<void> => {
  const { timeZone } = await selectClinicReading(trx);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const staged = stageRows(trx, one.id, seal);
  const read = await readCsv(pieces, { encoding, ...one.format }, today, (row) => staged.add(1, row));
  if (!read.ok) return unreadable(trx, one.id, read.fault);
  const rowsTotal = await staged.end();
  if (rowsTotal === 0) return unreadable(trx, one.id, 'empty');
  const { columns, format } = read;
  const known = format.hasHeader ? await findMapping(trx, headerSignature(columns)) : null;
  await updateImport(trx, one.id, {
    status: 'ready',
    kind: 'csv',
    format,
    profile: { columns, resources: {} },
    mapping: known?.mapping ?? guessMapping(columns, format.hasHeader),
    remembered: known !== null,
    rows_total: rowsTotal,
    ...(known === null ? {} : { choices: { ...known.choices, dateOrder: null } }),
  });
};

const stageFhir = async (
  trx: ClinicTransaction,
  one: ImportRow,
  pieces: Pieces,
  seal: Seal,
  encoding: Encoding,
): Promise<void> => {
  const staged = stageRows(trx, one.id, seal);
  const read = await readBundle(pieces, encoding, staged.add);
  if (!read.ok) return unreadable(trx, one.id, read.fault);
  const rowsTotal = await staged.end();
  if (rowsTotal === 0) return unreadable(trx, one.id, 'no-patients');
  await updateImport(trx, one.id, {
    status: 'ready',
    kind: 'fhir',
    profile: { columns: [], resources: read.resources },
    rows_total: rowsTotal,
  });
};

/**
 * Takes the uploaded file apart: encoding, columns, rows in batches. All of it in one transaction, so that a killed
 * worker leaves nothing and the job simply begins again. Nothing of the clinic is changed yet.
 */
export const readFile = async (
  { database, clock, secrets }: ImportDependencies,
  { clinicId, importId }: { clinicId: string; importId: string },
): Promise<void> =>
  inClinic(database, clinicId, async (trx) => {
    const one = await lockImport(trx, importId);
    if (one?.status !== 'reading') return;
    const seal = sealOf(secrets, clinicId, importId);
    const pieces = piecesOf(trx, importId, seal);
    await deleteBatches(trx, importId);
    const sniffed = await sniffFile(pieces);
    if ('fault' in sniffed) await unreadable(trx, importId, sniffed.fault);
    else if (sniffed.kind === 'csv') await stageCsv(trx, one, pieces, seal, clock.now(), sniffed.encoding);
    else await stageFhir(trx, one, pieces, seal, sniffed.encoding);
    await announce(trx, 'imports', importId);
  });
