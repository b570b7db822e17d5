import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { recordEvents } from '../events/record-event.ts';
import { standingOf } from '../patients/change-balance.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { By, Changed } from './change-plan.ts';
import { arePartsKnown } from './known-parts.store.ts';
import { deleteProcedure, insertProcedure, lockProcedure, updateProcedure } from './procedures.store.ts';
import { procedureEvents } from './rules/care-events.ts';
import type { NewProcedure, ProcedureChange } from './rules/care-input.ts';
import type { Procedure } from './rules/care-records.ts';

export type NoPart = 'no-such-plan' | 'no-such-practitioner';

const unknownPart = async (trx: ClinicTransaction, procedure: Procedure): Promise<NoPart | null> => {
  const known = await arePartsKnown(trx, procedure);
  if (!known.plan) return 'no-such-plan';
  return known.practitioner ? null : 'no-such-practitioner';
};

const audit = (trx: ClinicTransaction, { id, patientId }: Procedure, action: string, by: By): Promise<void> =>
  recordAudit(trx, { ...by, action, subject: { kind: 'procedure', id }, detail: { patientId } });

const keep = async (
  trx: ClinicTransaction,
  before: Procedure | null,
  procedure: Procedure,
  action: string,
  by: By,
): Promise<void> => {
  if (before === null) await insertProcedure(trx, procedure, by.at);
  else await updateProcedure(trx, procedure);
  await recordEvents(trx, procedureEvents(before, procedure, by.at));
  await audit(trx, procedure, action, by);
  await announce(trx, 'care', procedure.patientId);
};

/** Enters something that is planned for a patient, or was done. */
export const addProcedure = async (
  trx: ClinicTransaction,
  patientId: string,
  { done, ...draft }: NewProcedure,
  by: By,
): Promise<Changed | 'no-such' | NoPart> => {
  if ((await standingOf(trx, patientId)) === null) return 'no-such';
  const procedure: Procedure = {
    ...draft,
    id: randomUUIDv7(),
    patientId,
    doneAt: done ? by.at : null,
    source: 'frontdesk',
    reference: null,
    revision: 1,
  };
  const unknown = await unknownPart(trx, procedure);
  if (unknown !== null) return unknown;
  await keep(trx, null, procedure, done ? 'procedure.done' : 'procedure.planned', by);
  return procedure;
};

/** Changes a procedure, marks it done or planned again. Two who tick it off are no conflict. */
export const changeProcedure = async (
  trx: ClinicTransaction,
  id: string,
  { revision, done, ...change }: ProcedureChange,
  by: By,
): Promise<Changed | 'no-such' | 'changed-meanwhile' | NoPart> => {
  const before = await lockProcedure(trx, { id });
  if (before === null) return 'no-such';
  const turned = done !== undefined && done !== (before.doneAt !== null);
  const sent = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const procedure: Procedure = {
    ...before,
    ...sent,
    ...(turned ? { doneAt: done ? by.at : null } : {}),
  };
  if (JSON.stringify(procedure) === JSON.stringify(before)) return before;
  if (revision !== undefined && revision !== before.revision) return 'changed-meanwhile';
  const unknown = await unknownPart(trx, procedure);
  if (unknown !== null) return unknown;
  const action = turned ? (done ? 'procedure.done' : 'procedure.reopened') : 'procedure.changed';
  await keep(trx, before, procedure, action, by);
  return procedure;
};

/** Takes away what was planned by mistake; what was done stays. */
export const removeProcedure = async (
  trx: ClinicTransaction,
  id: string,
  by: By,
): Promise<Changed | 'no-such' | 'was-done'> => {
  const procedure = await lockProcedure(trx, { id });
  if (procedure === null) return 'no-such';
  if (procedure.doneAt !== null) return 'was-done';
  await deleteProcedure(trx, id);
  await audit(trx, procedure, 'procedure.removed', by);
  await announce(trx, 'care', procedure.patientId);
  return procedure;
};
