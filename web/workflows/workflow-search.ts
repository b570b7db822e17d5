import { bulkOutcomes, type BulkOutcome } from '../../src/workflows/rules/bulk-outcomes.ts';
import type { StepCount } from '../../src/workflows/rules/step-numbers.ts';
import type { InstanceItem } from '../../src/workflows/rules/workflow-views.ts';

const sections = ['steps', 'versions', 'numbers'] as const;
export type WorkflowSection = (typeof sections)[number];
export const workflowSections: readonly WorkflowSection[] = sections;

export const instanceStatuses = [
  'running',
  'paused',
  'done',
  'exited',
] as const satisfies readonly InstanceItem['status'][];

/** Written out, because the address is read before zod is there. */
const counted: Record<StepCount, true> = {
  entered: true,
  done: true,
  waiting: true,
  skipped: true,
  failed: true,
  delivered: true,
  clicked: true,
  answered: true,
  replied: true,
  confirmed: true,
  'opted-out': true,
};
const stepCounts = Object.keys(counted) as StepCount[];

/** Which of those who went in are listed. Days are days of the clinic. */
export interface PeopleFilter {
  q?: string;
  status?: InstanceItem['status'];
  step?: string;
  how?: StepCount;
  reason?: string;
  version?: number;
  from?: string;
  to?: string;
  exitReason?: string;
  /** of whom a step failed since that day, and has not been done since */
  failedFrom?: string;
  /** whom something done with many concerned, and what it came to for them */
  bulkWork?: string;
  cameTo?: BulkOutcome;
}
export interface WorkflowSearch extends PeopleFilter {
  show?: WorkflowSection;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const filterIn = (search: Record<string, unknown>): PeopleFilter => {
  const textOf = (name: string): string => {
    const value = search[name];
    return typeof value === 'string' ? value.slice(0, 80) : '';
  };
  const status = instanceStatuses.find((one) => one === search['status']);
  const how = stepCounts.find((one) => one === search['how']);
  const version = Number(search['version']);
  const cameTo = bulkOutcomes.find((one) => one === search['cameTo']);
  const names = ['q', 'step', 'reason', 'from', 'to', 'exitReason', 'failedFrom', 'bulkWork'];
  const [q, step, reason, from, to, exitReason, failedFrom, bulkWork] = names.map(textOf);
  return {
    ...(q ? { q } : {}),
    ...(status ? { status } : {}),
    ...(step ? { step } : {}),
    ...(step && how ? { how } : {}),
    ...(step && reason ? { reason } : {}),
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(from && isDay(from) ? { from } : {}),
    ...(to && isDay(to) ? { to } : {}),
    ...(exitReason ? { exitReason } : {}),
    ...(failedFrom && isDay(failedFrom) ? { failedFrom } : {}),
    ...(bulkWork && isId(bulkWork) ? { bulkWork, ...(cameTo ? { cameTo } : {}) } : {}),
  };
};

/** Only what the page knows is taken from the address. */
export const readWorkflowSearch = (search: Record<string, unknown>): WorkflowSearch => {
  const show = sections.find((section) => section === search['show']);
  return { ...(show === undefined || show === 'steps' ? {} : { show }), ...filterIn(search) };
};

/** Over all workflows; steps and versions are those of one. */
export const readPeopleSearch = (search: Record<string, unknown>): PeopleFilter => {
  const { step: _, how: __, reason: ___, version: ____, ...filter } = filterIn(search);
  return filter;
};
