import type { ClinicTransaction } from '../../platform/database/database.ts';
import { checkDraft } from '../check-draft.ts';
import { selectTravellers, type NamedInstance } from '../engine/instances.store.ts';
import { loadSubjects } from '../engine/load-subjects.ts';
import { selectHeld } from './held.store.ts';
import { loadVersions } from './load-versions.ts';
import type { Definition } from '../rules/definition.ts';
import type { Fact } from '../rules/fact.ts';
import { foreseeFates, withHeld, type Foresight, type Traveller } from '../rules/foresight.ts';
import type { ResumePreview } from '../rules/switch-views.ts';
import { selectWorkflows } from '../workflows.store.ts';

/** More are not walked for a preview; how many there are is said beside it. */
const mostLooked = 2000;

const travellersOf = async (
  trx: ClinicTransaction,
  rows: readonly NamedInstance[],
  definitions: readonly Definition[],
  now: Temporal.Instant,
): Promise<Traveller[]> => {
  const subjectOf = await loadSubjects(trx, rows, definitions, now);
  return rows.map((row) => ({
    instanceId: row.id,
    workflowId: row.workflowId,
    subject: subjectOf(row),
    now,
    paused: row.paused,
    state: row.state,
    name: row.name,
  }));
};

/** What would become of those under way, were they moved to the draft now. Null: there is none that can be read. */
export const foreseeMove = async (
  trx: ClinicTransaction,
  workflowId: string,
  now: Temporal.Instant,
): Promise<Foresight | null> => {
  const [workflow] = await selectWorkflows(trx, now, workflowId);
  if (workflow === undefined || workflow.draft === null) return null;
  const { definition } = await checkDraft(trx, workflow.draft);
  if (definition === null) return null;
  const rows = await selectTravellers(trx, workflowId, null, mostLooked);
  const travellers = await travellersOf(trx, rows, [definition], now);
  return foreseeFates(travellers, () => definition, { fact: 'due' }, rows[0]?.total ?? 0);
};

/** What would become of what came due during the pause, in the instances and of what they had ordered before it. Null: there is no such workflow. */
export const foreseeResume = async (
  trx: ClinicTransaction,
  workflowId: string,
  now: Temporal.Instant,
): Promise<ResumePreview | null> => {
  const [workflow] = await selectWorkflows(trx, now, workflowId);
  if (workflow === undefined) return null;
  const rows = await selectTravellers(trx, workflowId, now, mostLooked);
  const versionOf = await loadVersions(trx, rows);
  const definitions = new Set(rows.flatMap((row) => versionOf(row)?.definition ?? []));
  const versions = new Map(rows.map((row) => [row.id, versionOf(row)?.definition]));
  const travellers = await travellersOf(trx, rows, [...definitions], now);
  const awake = travellers.map((traveller) => ({ ...traveller, paused: false }));
  const overdue = rows[0]?.total ?? 0;
  const held = await selectHeld(trx, workflowId, now);
  const told = (way: 'skip' | 'send'): Foresight => {
    const fact: Fact = { fact: 'due', ...(way === 'skip' ? { overdue: 'skip' } : {}) };
    const foreseen = foreseeFates(awake, ({ instanceId }) => versions.get(instanceId), fact, overdue);
    return withHeld(foreseen, held, way);
  };
  const waiting = held.reduce((sum, { count }) => sum + count, 0);
  return { overdue, held: waiting, skip: told('skip'), send: told('send') };
};
