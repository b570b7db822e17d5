import { eventKinds, type EventKind } from '../../events/rules/event-kinds.ts';
import { isEmptyGroup, ownFaults } from './check-step.ts';
import type { DefinitionFault, FaultCode } from './definition-fault.ts';
import type { Definition } from './definition.ts';
import { fields } from './fields.ts';
import { isGroup, type Rule, type RuleGroup } from './rule-tree.ts';
import { groupsIn, listsIn, type Step } from './steps.ts';

const mostSteps = 200;
const deepest = 8;

type Found = { step: Step; depth: number };

const flatten = (steps: Step[], depth: number): Found[] =>
  steps.flatMap((step) => [{ step, depth }, ...listsIn(step).flatMap((list) => flatten(list, depth + 1))]);

const payloadNames = (kinds: readonly EventKind[]): Set<string> =>
  new Set(kinds.flatMap((kind) => Object.keys(eventKinds[kind].payload.shape)));

/** Whether each event that begins it is about an appointment: waits and texts may then count on one. */
export const isAboutAppointments = ({ trigger: { events } }: Definition): boolean =>
  events.length > 0 && events.every((kind) => eventKinds[kind].about === 'appointment');

const rulesIn = (group: RuleGroup): Rule[] =>
  group.rules.flatMap((rule) => (isGroup(rule) ? rulesIn(rule) : [rule]));

const valueIsMissing = (rule: Rule): boolean => {
  if (!('value' in rule)) return false;
  const values = [rule.value].flat();
  return values.length === 0 || values.includes('');
};

const fieldFault = (name: string, ids: Set<string>, payload: Set<string>): FaultCode | null => {
  if (Object.hasOwn(fields, name)) return null;
  if (name.startsWith('steps.')) return ids.has(name.slice('steps.'.length)) ? null : 'unknown-step-in-rule';
  if (name.startsWith('event.')) return payload.has(name.slice('event.'.length)) ? null : 'unknown-field';
  return 'unknown-field';
};

type RuleFaults = (step: string | null, groups: RuleGroup[]) => DefinitionFault[];

const ruleFaultsOf =
  (ids: Set<string>, payload: Set<string>): RuleFaults =>
  (step, groups) =>
    groups.flatMap(rulesIn).flatMap((rule) => {
      const code = fieldFault(rule.field, ids, payload) ?? (valueIsMissing(rule) ? 'no-value' : null);
      return code === null ? [] : [{ step, code }];
    });

const wholeFaults = (definition: Definition, found: readonly Found[]): FaultCode[] => {
  const { trigger, reentry, exits } = definition;
  const codes: FaultCode[] = [];
  if (trigger.events.length === 0 && trigger.daily === undefined) codes.push('no-trigger');
  if (found.length === 0) codes.push('no-steps');
  if (found.length > mostSteps) codes.push('too-many-steps');
  if (found.some(({ depth }) => depth > deepest)) codes.push('nested-too-deep');
  if (reentry.rule === 'once-per-appointment' && !isAboutAppointments(definition))
    codes.push('no-appointment');
  if (trigger.daily && reentry.rule === 'always') codes.push('every-day-again');
  if (exits.some((exit) => exit.when === 'event' && exit.kinds.length === 0)) codes.push('no-event');
  if (exits.some((exit) => exit.when === 'condition' && isEmptyGroup(exit.if))) codes.push('no-condition');
  return codes;
};

/** What keeps a definition from being published, beyond its shape and its texts. An empty list: nothing. */
export const definitionFaults = (definition: Definition): DefinitionFault[] => {
  const found = flatten(definition.steps, 1);
  const ids = new Set(found.map(({ step }) => step.id));
  const { events, filter } = definition.trigger;
  const ruleFaults = ruleFaultsOf(ids, payloadNames(events));
  const aboutAppointment = isAboutAppointments(definition);
  const seen = new Set<string>();
  const twice = found.filter(({ step: { id } }) => seen.has(id) || !seen.add(id));
  return [
    ...wholeFaults(definition, found).map((code) => ({ step: null, code })),
    ...twice.map(({ step }): DefinitionFault => ({ step: step.id, code: 'same-id-twice' })),
    ...ruleFaults(null, [
      ...(filter ? [filter] : []),
      ...definition.exits.flatMap((exit) => (exit.when === 'condition' ? [exit.if] : [])),
    ]),
    ...found.flatMap(({ step }) => [
      ...ownFaults(step, aboutAppointment).map((code): DefinitionFault => ({ step: step.id, code })),
      ...ruleFaults(step.id, groupsIn(step)),
    ]),
  ];
};
