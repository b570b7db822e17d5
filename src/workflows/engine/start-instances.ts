import { randomUUIDv7 } from 'node:crypto';
import type { RecordedEvent } from '../../events/rules/recorded-event.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { loadSubjects } from './load-subjects.ts';
import { loadVersions } from '../versions/load-versions.ts';
import type { Definition } from '../rules/definition.ts';
import { entryKey, personOf } from '../rules/entry.ts';
import { readField } from '../rules/fields.ts';
import { newInstance } from '../rules/instance.ts';
import { programOf } from '../rules/program.ts';
import { holds } from '../rules/rule-tree.ts';
import type { Subject } from '../rules/subject.ts';
import {
  freeKeysOfOthers,
  insertInstances,
  selectEntries,
  selectLiveWorkflows,
  type LiveWorkflow,
  type NewInstance,
} from './starts.store.ts';

type Entering = { event: RecordedEvent; subject: Subject };

const wants = (definition: Definition | undefined, { kind }: RecordedEvent): boolean =>
  definition?.trigger.events.includes(kind) === true;

const passes = (definition: Definition, { subject }: Entering, now: Temporal.Instant): boolean => {
  // By the time it is told, the appointment may be another patient's.
  if (subject.givenAway === true) return false;
  const { filter } = definition.trigger;
  return filter === undefined || holds(filter, readField(subject, {}, now));
};

const rowOf = (
  { workflowId, version }: LiveWorkflow,
  definition: Definition,
  { event, subject }: Entering,
  key: string,
): NewInstance => {
  const state = newInstance(programOf(definition).first, subject.appointment?.startsAt ?? null);
  return {
    id: randomUUIDv7(),
    workflow_id: workflowId,
    version,
    entry_key: key,
    patient_id: event.patientId,
    lead_id: event.leadId,
    appointment_id: event.appointmentId,
    call_id: event.callId,
    event_id: event.id,
    status: 'running',
    state,
  };
};

const entriesInto = async (
  trx: ClinicTransaction,
  workflow: LiveWorkflow,
  definition: Definition,
  entering: readonly Entering[],
  now: Temporal.Instant,
): Promise<NewInstance[]> => {
  const { reentry } = definition;
  const earlier =
    reentry.rule === 'after-days' || reentry.rule === 'never'
      ? await selectEntries(trx, workflow.workflowId, [
          ...new Set(entering.map(({ event }) => personOf(event))),
        ])
      : new Map<string, never>();
  const rows = entering.flatMap((one) => {
    const key = entryKey(
      reentry,
      one.event,
      earlier.get(personOf(one.event)),
      one.subject.clinic.timeZone,
      now,
    );
    return key === null ? [] : [rowOf(workflow, definition, one, key)];
  });
  if (reentry.rule === 'once-per-appointment') await freeKeysOfOthers(trx, rows);
  return rows;
};

/** Takes those in whom events concern, in the transaction that dispatches the events. They take their first steps after it. */
export const startInstances = async (
  trx: ClinicTransaction,
  events: readonly RecordedEvent[],
  now: Temporal.Instant,
): Promise<void> => {
  const workflows = await selectLiveWorkflows(trx);
  if (workflows.length === 0) return;
  const versionOf = await loadVersions(trx, workflows);
  const aboutOf = ({ id, patientId, appointmentId }: RecordedEvent) => ({
    patientId,
    appointmentId,
    eventId: id,
  });
  const concerned = events.filter((event) =>
    workflows.some((workflow) => wants(versionOf(workflow)?.definition, event)),
  );
  if (concerned.length === 0) return;
  const definitions = workflows.flatMap((workflow) => versionOf(workflow)?.definition ?? []);
  const subjectOf = await loadSubjects(trx, concerned.map(aboutOf), definitions, now);
  const rows: NewInstance[] = [];
  for (const workflow of workflows) {
    const definition = versionOf(workflow)?.definition;
    if (definition === undefined) continue;
    const entering = concerned
      .filter((event) => wants(definition, event))
      .map((event) => ({ event, subject: subjectOf(aboutOf(event)) }))
      .filter((one) => passes(definition, one, now));
    rows.push(...(await entriesInto(trx, workflow, definition, entering, now)));
  }
  if (rows.length > 0 && (await insertInstances(trx, rows, now)) > 0) await announce(trx, 'workflows');
};
