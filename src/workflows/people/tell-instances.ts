import type { RecordedEvent } from '../../events/rules/recorded-event.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { advanceInstances } from '../engine/advance-instances.ts';
import {
  lockInstances,
  selectInstancesOfAppointments,
  selectInstancesOfPatients,
} from '../engine/instances.store.ts';
import { loadVersions } from '../versions/load-versions.ts';
import { concerns } from '../rules/concerns.ts';
import type { Fact } from '../rules/fact.ts';

/** A fact, and the instance that it is for. */
export type Telling = { instanceId: string; fact: Fact };

/** Locks the instances and tells each of them its facts, in order. */
export const tellFacts = async (
  trx: ClinicTransaction,
  tellings: readonly Telling[],
  now: Temporal.Instant,
): Promise<void> => {
  const factsOf = Map.groupBy(tellings, ({ instanceId }) => instanceId);
  const rows = await lockInstances(trx, [...factsOf.keys()]);
  await advanceInstances(
    trx,
    rows.map((row) => ({ row, facts: factsOf.get(row.id)!.map(({ fact }) => fact) })),
    now,
  );
};

const findChanges = async (trx: ClinicTransaction, events: readonly RecordedEvent[]): Promise<Telling[]> => {
  const changed = events.flatMap(({ appointmentId }) => appointmentId ?? []);
  const instances = await selectInstancesOfAppointments(trx, [...new Set(changed)]);
  return instances.map(({ id }) => ({ instanceId: id, fact: { fact: 'changed' } }));
};

const findGoals = async (trx: ClinicTransaction, events: readonly RecordedEvent[]): Promise<Telling[]> => {
  const people = [...new Set(events.flatMap(({ patientId }) => patientId ?? []))];
  const instances = await selectInstancesOfPatients(trx, people);
  const versionOf = await loadVersions(trx, instances);
  return instances.flatMap((instance) => {
    const definition = versionOf(instance)?.definition;
    if (definition === undefined) return [];
    const goals = new Set(definition.exits.flatMap((exit) => (exit.when === 'event' ? exit.kinds : [])));
    return events
      .filter((event) => goals.has(event.kind) && concerns(event, instance, definition))
      .map(({ kind }): Telling => ({ instanceId: instance.id, fact: { fact: 'happened', kind } }));
  });
};

/** Tells the instances under way what these events mean to them: their appointment is another, or a goal is reached. */
export const tellInstances = async (
  trx: ClinicTransaction,
  events: readonly RecordedEvent[],
  now: Temporal.Instant,
): Promise<void> => {
  const changes = await findChanges(trx, events);
  const goals = await findGoals(trx, events);
  await tellFacts(trx, [...changes, ...goals], now);
};
