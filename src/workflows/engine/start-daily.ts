import { randomUUIDv7 } from 'node:crypto';
import { inClinic, type ClinicTransaction, type Database } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { claimDailyStart, planDailyStart, selectEntering } from './daily-starts.store.ts';
import { loadVersions } from '../versions/load-versions.ts';
import { nextDaily } from '../rules/daily.ts';
import type { Definition } from '../rules/definition.ts';
import { dailyKey, freeSince } from '../rules/entry.ts';
import { newInstance } from '../rules/instance.ts';
import { programOf } from '../rules/program.ts';
import { insertInstances, type LiveWorkflow, type NewInstance } from './starts.store.ts';
import { selectCalendar } from './subjects.store.ts';

/** Plans when the workflow looks next; a definition that does not begin by the calendar never does. */
export const planDaily = async (
  trx: ClinicTransaction,
  workflowId: string,
  { trigger }: Definition,
  now: Temporal.Instant,
): Promise<void> => {
  const { timeZone } = await selectCalendar(trx);
  await planDailyStart(
    trx,
    workflowId,
    trigger.daily === undefined ? null : nextDaily(trigger.daily.at, timeZone, now),
  );
};

const batch = 2000;

const rowOf = (
  { workflowId, version }: LiveWorkflow,
  definition: Definition,
  { patientId, entries }: { patientId: string; entries: number },
): NewInstance => ({
  id: randomUUIDv7(),
  workflow_id: workflowId,
  version,
  entry_key: dailyKey(definition.reentry, patientId, entries),
  patient_id: patientId,
  lead_id: null,
  appointment_id: null,
  call_id: null,
  event_id: null,
  status: 'running',
  state: newInstance(programOf(definition).first, null),
});

/** Takes in everybody whom the workflow concerns today. */
const takeIn = async (
  trx: ClinicTransaction,
  workflow: LiveWorkflow,
  definition: Definition,
  now: Temporal.Instant,
): Promise<void> => {
  const calendar = await selectCalendar(trx);
  const { trigger, reentry } = definition;
  const audience = { filter: trigger.filter ?? { combinator: 'and' as const, rules: [] }, calendar, now };
  const free = reentry.rule === 'after-days' ? freeSince(reentry.days, calendar.timeZone, now) : null;
  for (let after: string | null = null; ;) {
    const page = { after, limit: batch };
    const entering = await selectEntering(trx, workflow.workflowId, audience, free, page);
    if (entering.length > 0)
      await insertInstances(
        trx,
        entering.map((one) => rowOf(workflow, definition, one)),
        now,
      );
    if (entering.length < batch) break;
    after = entering.at(-1)!.patientId;
  }
};

/** One workflow of the clinic whose time of day has come: who comes in and when it looks next commit together, or not at all. */
const startOne = (
  database: Database,
  clinicId: string,
  now: Temporal.Instant,
  passed: string[],
): Promise<boolean> =>
  inClinic(database, clinicId, async (trx) => {
    const workflow = await claimDailyStart(trx, now, passed);
    if (workflow === null) return false;
    passed.push(workflow.workflowId);
    const definition = (await loadVersions(trx, [workflow]))(workflow)?.definition;
    if (definition === undefined) {
      await planDailyStart(trx, workflow.workflowId, null);
      return true;
    }
    await takeIn(trx, workflow, definition, now);
    await planDaily(trx, workflow.workflowId, definition, now);
    await announce(trx, 'workflows', workflow.workflowId);
    return true;
  });

/**
 * Begins the workflows of the clinic whose time of day has come. Days on which no worker ran are not made up for one by
 * one: the next look finds whom they would have found. One that fails does not hold back the others.
 */
export const startDaily = async (
  database: Database,
  clinicId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const passed: string[] = [];
  const failures: unknown[] = [];
  for (;;) {
    const tried = passed.length;
    try {
      if (!(await startOne(database, clinicId, now, passed))) break;
    } catch (error) {
      failures.push(error);
      // Nothing was claimed: the trouble is not one workflow's.
      if (passed.length === tried) break;
    }
  }
  if (failures.length > 0) throw failures[0];
};
