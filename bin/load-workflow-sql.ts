// One workflow of a large practice in SQL: two versions, people at all of its steps, and ten rows of what was done for each.
import type { Definition } from '../src/workflows/rules/definition.ts';
import { chance, idOf as id, largeClinic } from './load-many-sql.ts';

/** The workflow that nearly everybody goes through. */
export const largeWorkflow = '0199a1b2-0020-7000-8000-000000000001';

/** In the order of its executions: a round of all of them is ten rows. */
const steps: Definition['steps'] = [
  { id: 'wait-1', do: 'WAIT', for: { until: 'later', span: { days: 30 } }, ifPast: 'skip' },
  { id: 'sms-1', do: 'SEND_SMS', content: { text: { en: 'It is time for a check-up.' } } },
  { id: 'wait-2', do: 'WAIT', for: { until: 'later', span: { days: 30 } }, ifPast: 'skip' },
  { id: 'note-1', do: 'CREATE_CALL_NOTE', text: 'Has not answered.' },
  { id: 'wait-3', do: 'WAIT', for: { until: 'later', span: { days: 30 } }, ifPast: 'skip' },
  { id: 'sms-2', do: 'SEND_SMS', content: { text: { en: 'Shall we find a time?' } } },
  { id: 'wait-4', do: 'WAIT', for: { until: 'later', span: { days: 30 } }, ifPast: 'skip' },
  { id: 'call', do: 'SCHEDULE_CALLBACK', text: 'Call and ask.' },
  { id: 'wait-5', do: 'WAIT', for: { until: 'later', span: { days: 30 } }, ifPast: 'skip' },
  { id: 'note-2', do: 'CREATE_CALL_NOTE', text: 'Ask at the next visit.' },
];
const definition: Definition = {
  trigger: { events: ['PATIENT_CREATED'] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [{ when: 'replied' }],
  steps,
};

const quoted = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
const stepIds = `'{${steps.map((step) => step.id).join(',')}}'::text[]`;
const stepKinds = `'{${steps.map((step) => step.do).join(',')}}'::text[]`;

/**
 * How far the n-th has come, 1 to 10: the waits are the odd ones. Six of ten are under way at a wait, three are done, one
 * has ended early.
 */
const reached = `CASE WHEN n % 10 < 6 THEN 1 + 2 * ${chance('n', 31, 5)} WHEN n % 10 < 9 THEN 10 ELSE 2 + 2 * ${chance('n', 31, 4)} END`;
const status = `CASE WHEN n % 10 < 6 THEN 'running' WHEN n % 10 < 9 THEN 'done' ELSE 'exited' END`;

const statements = (patients: number, instances: number): string[] => [
  `INSERT INTO workflows (clinic_id, id, name, status, version, created_at, updated_at)
   VALUES ('${largeClinic}', '${largeWorkflow}', 'Recall', 'active', 2, now() - interval '400 days', now())`,
  `INSERT INTO workflow_versions (clinic_id, workflow_id, version, definition, texts, published_at)
   SELECT '${largeClinic}', '${largeWorkflow}', v, ${quoted(definition)}, '{}', now() - interval '400 days' / v FROM generate_series(1, 2) v`,
  `INSERT INTO workflow_instances (clinic_id, id, workflow_id, version, entry_key, patient_id, status, state, exit_reason, wake_at, started_at, ended_at)
   SELECT '${largeClinic}', ${id(21, `${instances} - n`)}, '${largeWorkflow}', CASE WHEN n * 2 > ${instances} THEN 1 ELSE 2 END, 'n' || n,
     ${id(4, `1 + ${chance('n', 30, patients)}`)}, status,
     jsonb_build_object('status', status, 'position', CASE status WHEN 'running' THEN jsonb_build_object('doing', 'waiting', 'step', at, 'until', wakes) END,
       'exit', CASE status WHEN 'exited' THEN 'replied' END, 'round', 0, 'window', 'open', 'plannedFor', NULL, 'rewind', NULL,
       'outcomes', CASE WHEN status = 'exited' THEN '{"sms-1": "replied"}'::jsonb ELSE '{"sms-1": "delivered"}'::jsonb END, 'attempts', '{}'::jsonb, 'executions', reached),
     CASE status WHEN 'exited' THEN 'replied' END, CASE status WHEN 'running' THEN wakes END, begun, CASE WHEN status <> 'running' THEN begun + interval '90 days' END
   FROM generate_series(1, ${instances}) n,
     LATERAL (SELECT ${status} AS status, ${reached} AS reached, now() - n * interval '5 minutes' * ${(100_000 / instances).toFixed(3)} AS begun) a,
     LATERAL (SELECT (${stepIds})[reached] AS at, now() + interval '1 day' + n * interval '1 minute' AS wakes) b`,
  `INSERT INTO task_executions (clinic_id, instance_id, number, round, step, kind, outcome, reason, detail, key, at)
   SELECT i.clinic_id, i.id, k - 1, k / 10, (${stepIds})[step], (${stepKinds})[step],
     CASE WHEN step % 2 = 1 THEN 'waiting' WHEN (k + i.number) % 17 = 0 THEN 'skipped' ELSE 'done' END,
     CASE WHEN step % 2 = 0 AND (k + i.number) % 17 = 0 THEN (ARRAY['time-over', 'overdue-after-pause', 'nobody-to-contact'])[1 + i.number % 3] END,
     '{}', i.id || ':' || (${stepIds})[step] || ':0.' || k, i.started_at + k * interval '15 days'
   FROM (SELECT clinic_id, id, started_at, (state->>'executions')::int AS reached, row_number() OVER (ORDER BY id) AS number FROM workflow_instances
     WHERE clinic_id = '${largeClinic}' AND workflow_id = '${largeWorkflow}') i,
     generate_series(1, 10) k, LATERAL (SELECT 1 + (k - 1) % i.reached AS step) s`,
  `INSERT INTO messages (clinic_id, id, key, direction, channel, purpose, patient_id, recipient_id, instance_id, cause, status, due_at, created_at, sent_at)
   SELECT x.clinic_id, uuidv7(), x.key, 'outbound', 'sms', 'care', i.patient_id, i.patient_id, i.id, '{"kind": "workflow"}',
     CASE WHEN x.number % 7 = 0 THEN 'failed' ELSE 'delivered' END, x.at, x.at, x.at
   FROM task_executions x JOIN workflow_instances i ON i.clinic_id = x.clinic_id AND i.id = x.instance_id
   WHERE x.clinic_id = '${largeClinic}' AND x.kind = 'SEND_SMS' AND x.outcome = 'done'`,
  // What each is counted as, which the engine writes with each step.
  `UPDATE workflow_instances i SET counts_as = c.counts_as
   FROM (SELECT x.instance_id, jsonb_object_agg(concat_ws(' ', x.step, how), true) AS counts_as
     FROM task_executions x LEFT JOIN messages m ON m.clinic_id = x.clinic_id AND m.key = x.key,
       unnest(ARRAY['entered', nullif(x.outcome, 'waiting'), 'skipped ' || x.reason, CASE m.status WHEN 'delivered' THEN 'delivered' END]) how
     WHERE x.clinic_id = '${largeClinic}' AND how IS NOT NULL GROUP BY 1) c
   WHERE i.clinic_id = '${largeClinic}' AND i.id = c.instance_id`,
];

/** Fills the tables of workflows for patients that are there already. */
export const workflowStatements = (patients: number, instances: number): string[] =>
  instances === 0 ? [] : statements(patients, instances);
