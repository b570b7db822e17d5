import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { createLog } from '../platform/log.ts';
import { makeWorkflow } from './make-workflow.ts';
import { publishWorkflow } from './publish-workflow.ts';
import type { Definition } from './rules/definition.ts';

/** The demo with its English clinic, into which a test puts workflows. */
export const startWorkflowsOnTrial = async () => {
  const app = await startDemoApp();
  const { database, clock } = app;
  const [clinic, german] = app.clinics;
  const { id: userId } = await database.selectFrom('users').select('id').limit(1).executeTakeFirstOrThrow();
  const by = () => ({ userId, at: clock.now() });
  const inside = <T>(work: (trx: ClinicTransaction) => Promise<T>): Promise<T> =>
    inClinic(database, clinic.id, work);
  /** @returns the workflow's id */
  const publish = (definition: Definition, name: string = randomUUIDv7()): Promise<string> =>
    inside(async (trx) => {
      const id = (await makeWorkflow(trx, { name, templateKey: null, draft: definition }, by()))!;
      const published = await publishWorkflow(trx, id, { revision: 1, underWay: 'keep' }, by());
      assert.deepEqual(published, { ok: true, version: 1 });
      return id;
    });
  const deps = { database, clock, log: createLog('silent') };
  return { app, clinic, german, deps, by, inside, publish };
};
