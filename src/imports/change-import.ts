import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { deleteImport, lockImport, rememberMapping, updateImport, type ImportRow } from './imports.store.ts';
import { readJob, runJob, undoJob, type ImportDependencies } from './imports-work.ts';
import { headerSignature, mappingFault, type Field } from './rules/columns.ts';
import type { Choices, Format } from './rules/import-views.ts';

export type By = { userId: string; at: Temporal.Instant };
export type ImportChanges = {
  mapping?: Field[] | undefined;
  choices?: { [K in keyof Choices]?: Choices[K] | undefined } | undefined;
  format?: Format | undefined;
};
export type Changed = 'done' | 'not-found' | 'not-now' | 'wrong-mapping';
type Sending = Pick<ImportDependencies, 'send'>;

const tell = async (trx: ClinicTransaction, { id }: ImportRow, action: string, by: By): Promise<void> => {
  await recordAudit(trx, { ...by, action, subject: { kind: 'import', id } });
  await announce(trx, 'imports', id);
};

/** How the file is to be read: another mapping, other choices; another format means reading it again. */
export const changeImport = async (
  trx: ClinicTransaction,
  importId: string,
  { mapping, choices, format }: ImportChanges,
  { send }: Sending,
): Promise<Changed> => {
  const one = await lockImport(trx, importId);
  if (one === null) return 'not-found';
  if (one.status !== 'ready' && !(one.status === 'unreadable' && format)) return 'not-now';
  if (mapping && mapping.length !== one.profile.columns.length) return 'wrong-mapping';
  const named = Object.entries(choices ?? {}).filter(([, value]) => value !== undefined);
  await updateImport(trx, importId, {
    ...(mapping ? { mapping, remembered: false } : {}),
    ...(named.length > 0 ? { choices: { ...one.choices, ...Object.fromEntries(named) } } : {}),
    ...(format ? { format, status: 'reading' as const, fault: null } : {}),
  });
  if (format) await send(trx, readJob, { clinicId: trx.clinicId, importId }, { key: importId });
  await announce(trx, 'imports', importId);
  return 'done';
};

/** From here on the clinic's patients change. */
export const startImport = async (
  trx: ClinicTransaction,
  importId: string,
  by: By,
  { send }: Sending,
): Promise<Changed> => {
  const one = await lockImport(trx, importId);
  if (one === null) return 'not-found';
  if (one.status !== 'ready') return 'not-now';
  const { mapping, choices, profile, kind, format } = one;
  if (kind === 'csv' && mappingFault(mapping) !== null) return 'wrong-mapping';
  await updateImport(trx, importId, { status: 'running', started_at: by.at });
  if (kind === 'csv' && format?.hasHeader)
    await rememberMapping(trx, headerSignature(profile.columns), { mapping, choices }, by.at);
  await send(trx, runJob, { clinicId: trx.clinicId, importId }, { key: importId });
  await tell(trx, one, 'import.started', by);
  return 'done';
};

/** Takes away what it added, as far as nobody has worked with it since. */
export const undoImport = async (
  trx: ClinicTransaction,
  importId: string,
  by: By,
  { send }: Sending,
): Promise<Changed> => {
  const one = await lockImport(trx, importId);
  if (one === null) return 'not-found';
  if (one.status !== 'done') return 'not-now';
  await updateImport(trx, importId, { status: 'undoing' });
  await send(trx, undoJob, { clinicId: trx.clinicId, importId }, { key: importId });
  await tell(trx, one, 'import.undo-started', by);
  return 'done';
};

/** Forgets a file that was never started, or the report of one that is over. */
export const forgetImport = async (trx: ClinicTransaction, importId: string, by: By): Promise<Changed> => {
  const one = await lockImport(trx, importId);
  if (one === null) return 'not-found';
  if (one.status === 'running' || one.status === 'undoing') return 'not-now';
  await deleteImport(trx, importId);
  await tell(trx, one, 'import.deleted', by);
  return 'done';
};
