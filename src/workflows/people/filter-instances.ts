import { idsOfPeople } from '../../patients/ids-of-people.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { InstanceFilter } from './instance-filter.store.ts';
import type { InstanceQuery } from '../rules/instance-query.ts';

const instantOf = (text: string | undefined): Temporal.Instant | null =>
  text === undefined ? null : Temporal.Instant.from(text);

/** What was typed, made ready for the database: a name or number stands for the people that it finds. */
export const filterOf = async (
  trx: ClinicTransaction,
  query: InstanceQuery,
  now: Temporal.Instant,
): Promise<InstanceFilter> => {
  const { q = '', step } = query;
  return {
    workflowId: query.workflowId ?? null,
    patientId: query.patientId ?? null,
    patientIds: q === '' ? null : await idsOfPeople(trx, q, now),
    status: query.status ?? null,
    underWay: query.underWay === true,
    version: query.version ?? null,
    startedFrom: instantOf(query.from),
    startedTo: instantOf(query.to),
    exitReason: query.exitReason ?? null,
    failedFrom: instantOf(query.failedFrom),
    bulkWork: query.bulkWork === undefined ? null : { id: query.bulkWork, cameTo: query.cameTo ?? null },
    step: step === undefined ? null : { id: step, how: query.how ?? 'waiting', reason: query.reason ?? null },
  };
};
