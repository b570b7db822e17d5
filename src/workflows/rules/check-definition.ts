import { z } from 'zod';
import { eventKinds, type EventKind } from '../../events/rules/event-kinds.ts';
import type { Definition } from './definition.ts';
import { fields } from './fields.ts';
import { hangsOnAppointment } from './moment.ts';
import { fieldsIn, type RuleGroup } from './rule-tree.ts';
import { groupsIn, listsIn, type Step } from './steps.ts';

export const definitionFaultSchema = z.object({
  step: z.string().nullable().describe('null: the trigger, the exits, or all of it'),
  code: z.enum([
    'wrong-shape',
    'no-steps',
    'too-many-steps',
    'nested-too-deep',
    'same-id-twice',
    'unknown-field',
    'unknown-step-in-rule',
    'no-appointment',
    'every-day-again',
    'percent-over-100',
    'branch-without-rule',
    'same-meaning-twice',
    'fallback-twice',
    'no-subject',
    'text-faulty',
    'no-such-template',
    'no-such-staff',
    'no-such-department',
    'tells-too-much',
  ]),
  detail: z.string().optional().describe('such as the name of an unknown variable'),
});
export type DefinitionFault = z.infer<typeof definitionFaultSchema>;

const mostSteps = 200;
const deepest = 8;

type Found = { step: Step; depth: number };

const flatten = (steps: Step[], depth: number): Found[] =>
  steps.flatMap((step) => [{ step, depth }, ...listsIn(step).flatMap((list) => flatten(list, depth + 1))]);

const isAboutAppointment = (kind: EventKind): boolean => eventKinds[kind].about === 'appointment';

const payloadNames = (kinds: readonly EventKind[]): Set<string> =>
  new Set(kinds.flatMap((kind) => Object.keys(eventKinds[kind].payload.shape)));

const fieldFault = (name: string, ids: Set<string>, payload: Set<string>): DefinitionFault['code'] | null => {
  if (Object.hasOwn(fields, name)) return null;
  if (name.startsWith('steps.')) return ids.has(name.slice('steps.'.length)) ? null : 'unknown-step-in-rule';
  if (name.startsWith('event.')) return payload.has(name.slice('event.'.length)) ? null : 'unknown-field';
  return 'unknown-field';
};

const branchFaults = (step: Step): DefinitionFault['code'][] => {
  if (step.do !== 'BRANCH') return [];
  if (step.by === 'condition')
    return step.branches.some((branch) => branch.if === undefined) ? ['branch-without-rule'] : [];
  const sum = step.branches.reduce((total, { percent = 0 }) => total + percent, 0);
  return sum > 100 ? ['percent-over-100'] : [];
};

const ownFaults = (step: Step, aboutAppointment: boolean): DefinitionFault['code'][] => {
  const found = branchFaults(step);
  const needsAppointment =
    (step.do === 'WAIT' && hangsOnAppointment(step.for)) || step.do === 'SEND_APPOINTMENT_REMINDER';
  if (needsAppointment && !aboutAppointment) found.push('no-appointment');
  if (step.do === 'MAKE_PHONE_CALL') {
    const meanings = Object.values(step.keys);
    if (new Set(meanings).size < meanings.length) found.push('same-meaning-twice');
  }
  if (step.do === 'SEND') {
    const tried = [step.channel, ...(step.fallback ?? [])];
    if (new Set(tried).size < tried.length) found.push('fallback-twice');
    const { content } = step;
    const nameless = 'text' in content && content.subject === undefined;
    if (nameless && tried.includes('email')) found.push('no-subject');
  }
  return found;
};

/** What keeps a definition from being published, beyond its shape. An empty list: nothing. */
export const definitionFaults = (definition: Definition): DefinitionFault[] => {
  const found = flatten(definition.steps, 1);
  const ids = new Set(found.map(({ step }) => step.id));
  const { events, daily, filter } = definition.trigger;
  const payload = payloadNames(events);
  const aboutAppointment = events.length > 0 && events.every(isAboutAppointment);
  const rulesOf = (step: string | null, groups: RuleGroup[]): DefinitionFault[] =>
    groups.flatMap(fieldsIn).flatMap((name) => {
      const code = fieldFault(name, ids, payload);
      return code === null ? [] : [{ step, code }];
    });
  const whole: DefinitionFault['code'][] = [];
  if (found.length === 0) whole.push('no-steps');
  if (found.length > mostSteps) whole.push('too-many-steps');
  if (found.some(({ depth }) => depth > deepest)) whole.push('nested-too-deep');
  if (definition.reentry.rule === 'once-per-appointment' && !aboutAppointment) whole.push('no-appointment');
  if (daily && definition.reentry.rule === 'always') whole.push('every-day-again');
  const twice = found.filter(
    ({ step }, index) => found.findIndex((other) => other.step.id === step.id) < index,
  );
  return [
    ...whole.map((code) => ({ step: null, code })),
    ...twice.map(({ step }): DefinitionFault => ({ step: step.id, code: 'same-id-twice' })),
    ...rulesOf(null, [
      ...(filter ? [filter] : []),
      ...definition.exits.flatMap((exit) => (exit.when === 'condition' ? [exit.if] : [])),
    ]),
    ...found.flatMap(({ step }) => [
      ...ownFaults(step, aboutAppointment).map((code): DefinitionFault => ({ step: step.id, code })),
      ...rulesOf(step.id, groupsIn(step)),
    ]),
  ];
};
