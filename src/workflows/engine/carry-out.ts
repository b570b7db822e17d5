import { orderCalls, withdrawCalls } from '../../dialling/order-calls.ts';
import type { CallOrder } from '../../dialling/rules/call-order.ts';
import { queueMessages } from '../../messages/delivery/queue-message.ts';
import type { MessageOrder } from '../../messages/rules/message-order.ts';
import { withdrawMessages } from '../../messages/delivery/withdraw-messages.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { createTasks, type NewTask } from '../../tasks/create-tasks.ts';
import type { TaskKind } from '../../tasks/rules/task-view.ts';
import type { InstanceRow } from './instances.store.ts';
import type { Version } from '../versions/load-versions.ts';
import type { Effect } from '../rules/effect.ts';
import { contentOf, isSend } from '../rules/send.ts';
import { programOf } from '../rules/program.ts';
import { selectThere } from './subjects.store.ts';

export type Wanted = { row: InstanceRow; effect: Effect };
type Of<Kind extends Effect['effect']> = { row: InstanceRow; effect: Extract<Effect, { effect: Kind }> };

const only = <Kind extends Effect['effect']>(wanted: readonly Wanted[], kind: Kind): Of<Kind>[] =>
  wanted.filter((one): one is Of<Kind> => one.effect.effect === kind);

/** The template that holds what the step says. */
const templateOf = ({ definition, texts }: Version, stepId: string): string => {
  const step = programOf(definition).places.get(stepId)?.step;
  const content = step && isSend(step) ? contentOf(step) : null;
  return content && 'templateId' in content ? content.templateId : texts[stepId]!;
};

/** As steps are counted wherever they are shown. */
const numberOf = ({ definition }: Version, stepId: string): number =>
  [...programOf(definition).places.keys()].indexOf(stepId) + 1;

const orderOf = ({ row, effect }: Of<'send-message'>, version: Version): MessageOrder => ({
  key: effect.key,
  to: { patientId: row.patientId! },
  channel: effect.channel,
  purpose: version.definition.purpose,
  content: { templateId: templateOf(version, effect.step) },
  cause: {
    kind: 'workflow',
    instanceId: row.id,
    workflowName: row.workflowName,
    workflowVersion: row.version,
    step: effect.step,
    stepNumber: numberOf(version, effect.step),
  },
  ...(effect.expiresAt === null
    ? {}
    : { expiresAt: Temporal.Instant.from(effect.expiresAt), needsStandingAppointment: true }),
  ...(row.appointmentId === null ? {} : { appointmentId: row.appointmentId }),
});

const callOf = ({ row, effect }: Of<'place-call'>, version: Version): CallOrder => {
  const { script, keys, machineMessage, departmentId } = effect.call;
  return {
    key: effect.key,
    instanceId: row.id,
    patientId: row.patientId!,
    appointmentId: row.appointmentId,
    purpose: version.definition.purpose,
    says: {
      script,
      keys,
      machineMessage,
      departmentId,
      workflowName: row.workflowName,
      workflowVersion: row.version,
      stepNumber: numberOf(version, effect.step),
    },
    expiresAt: Temporal.Instant.from(effect.expiresAt),
    needsStandingAppointment: effect.beforeAppointment,
  };
};

const taskKinds: Record<Of<'create-task'>['effect']['kind'], TaskKind> = {
  note: 'note',
  callback: 'callback',
  team: 'task',
  reschedule: 'task',
  schedule: 'task',
};

type There = Awaited<ReturnType<typeof selectThere>>;

const taskOf = ({ row, effect }: Of<'create-task'>, version: Version, there: There): NewTask => ({
  kind: taskKinds[effect.kind],
  title: effect.text,
  patientId: row.patientId,
  // A call is forgotten after a while, and staff go: the task stays without them.
  callId: row.callId !== null && there.calls.has(row.callId) ? row.callId : null,
  ownerId: effect.staffId !== null && there.staff.has(effect.staffId) ? effect.staffId : null,
  appointmentId: row.appointmentId,
  dueAt: effect.dueAt === null ? null : Temporal.Instant.from(effect.dueAt),
  from: {
    source: 'workflow',
    sourceId: row.id,
    workflow: { name: row.workflowName, version: row.version, step: numberOf(version, effect.step) },
  },
  key: effect.key,
});

const giveTasks = async (
  trx: ClinicTransaction,
  tasks: readonly Of<'create-task'>[],
  versionOf: (row: InstanceRow) => Version,
  now: Temporal.Instant,
): Promise<void> => {
  if (tasks.length === 0) return;
  const there = await selectThere(trx, {
    calls: tasks.flatMap(({ row }) => row.callId ?? []),
    staff: tasks.flatMap(({ effect }) => effect.staffId ?? []),
  });
  await createTasks(
    trx,
    tasks.map((task) => taskOf(task, versionOf(task.row), there)),
    now,
  );
};

/** Hands what instances want to those who do it, in the same transaction: it exists if and only if the instance says so. */
export const carryOut = async (
  trx: ClinicTransaction,
  wanted: readonly Wanted[],
  versionOf: (row: InstanceRow) => Version,
  now: Temporal.Instant,
): Promise<void> => {
  const withdrawn = new Set(only(wanted, 'withdraw').map(({ row }) => row.id));
  // First what is not wanted any more: the same instance may want something anew.
  if (withdrawn.size > 0) {
    await withdrawMessages(trx, [...withdrawn]);
    await withdrawCalls(trx, [...withdrawn]);
  }
  await queueMessages(
    trx,
    only(wanted, 'send-message').map((one) => orderOf(one, versionOf(one.row))),
    now,
  );
  await orderCalls(
    trx,
    only(wanted, 'place-call').map((one) => callOf(one, versionOf(one.row))),
    now,
  );
  await giveTasks(trx, only(wanted, 'create-task'), versionOf, now);
};
