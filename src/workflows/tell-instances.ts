import type { RecordedEvent } from '../events/rules/recorded-event.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { advanceInstances } from './advance-instances.ts';
import {
  lockInstances,
  selectInstancesOfAppointments,
  selectInstancesOfPatients,
} from './instances.store.ts';
import { loadVersions } from './load-versions.ts';
import type { Fact } from './rules/fact.ts';

type Telling = Map<string, Fact[]>;

const note = (telling: Telling, id: string, fact: Fact): void => {
  telling.set(id, [...(telling.get(id) ?? []), fact]);
};

/** Locks the instances and tells each of them its facts, in order. */
export const tellFacts = async (
  trx: ClinicTransaction,
  telling: Telling,
  now: Temporal.Instant,
): Promise<void> => {
  const rows = await lockInstances(trx, [...telling.keys()]);
  await advanceInstances(
    trx,
    rows.map((row) => ({ row, facts: telling.get(row.id)! })),
    now,
  );
};

const sayChanges = async (
  trx: ClinicTransaction,
  events: readonly RecordedEvent[],
  telling: Telling,
): Promise<void> => {
  const changed = events.flatMap(({ appointmentId }) => appointmentId ?? []);
  for (const { id } of await selectInstancesOfAppointments(trx, [...new Set(changed)]))
    note(telling, id, { fact: 'changed' });
};

/** An event about another appointment of the same person is none of this one's. */
const concerns = (
  event: RecordedEvent,
  instance: { patientId: string; appointmentId: string | null },
): boolean =>
  event.patientId === instance.patientId &&
  (event.appointmentId === null ||
    instance.appointmentId === null ||
    event.appointmentId === instance.appointmentId);

const sayGoals = async (
  trx: ClinicTransaction,
  events: readonly RecordedEvent[],
  telling: Telling,
): Promise<void> => {
  const people = [...new Set(events.flatMap(({ patientId }) => patientId ?? []))];
  const instances = await selectInstancesOfPatients(trx, people);
  const versionOf = await loadVersions(trx, instances);
  for (const instance of instances) {
    const exits = versionOf(instance)?.definition.exits ?? [];
    const goals = new Set(exits.flatMap((exit) => (exit.when === 'event' ? exit.kinds : [])));
    for (const event of events)
      if (goals.has(event.kind) && concerns(event, instance))
        note(telling, instance.id, { fact: 'happened', kind: event.kind });
  }
};

/** Tells the instances under way what these events mean to them: their appointment is another, or a goal is reached. */
export const tellInstances = async (
  trx: ClinicTransaction,
  events: readonly RecordedEvent[],
  now: Temporal.Instant,
): Promise<void> => {
  const telling: Telling = new Map();
  await sayChanges(trx, events, telling);
  await sayGoals(trx, events, telling);
  await tellFacts(trx, telling, now);
};
