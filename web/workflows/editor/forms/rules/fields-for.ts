import { eventKinds, type EventKind } from '../../../../../src/events/rules/event-kinds.ts';
import type { Definition } from '../../../../../src/workflows/rules/definition.ts';
import { messageOutcomes } from '../../../../../src/workflows/rules/fact.ts';
import { programOf } from '../../../../../src/workflows/rules/program.ts';
import { fieldsIn, type RuleGroup } from '../../../../../src/workflows/rules/rule-tree.ts';
import { isSend } from '../../../../../src/workflows/rules/send.ts';
import { callOutcomes, type Step } from '../../../../../src/workflows/rules/steps.ts';
import { eventFields } from './event-fields.ts';
import { fieldsOfGroup, type RuleField } from './rule-field.ts';

/** beginning: before anything was done · under-way: with what became of the steps */
export type RuleScope = 'beginning' | 'under-way';

const isAboutCare = (kind: EventKind): boolean => /^(TREATMENT|PROCEDURE|PAYMENT)_/.test(kind);

const stepField = (step: Step): RuleField[] => {
  const field = { name: `steps.${step.id}`, type: 'choice', group: 'steps' } as const;
  if (step.do === 'MAKE_PHONE_CALL') return [{ ...field, choices: callOutcomes }];
  return isSend(step) ? [{ ...field, choices: messageOutcomes }] : [];
};

/** What a rule of this workflow can ask about: of what there will be when it is asked. */
const offeredFields = (definition: Definition, scope: RuleScope): RuleField[] => {
  const { events } = definition.trigger;
  const steps = [...programOf(definition).places.values()].map(({ step }) => step);
  return [
    ...fieldsOfGroup('patient'),
    ...(events.some((kind) => eventKinds[kind].about === 'appointment') ? fieldsOfGroup('appointment') : []),
    ...(events.some(isAboutCare) ? fieldsOfGroup('care') : []),
    ...eventFields(events),
    ...(scope === 'beginning' ? [] : steps.flatMap(stepField)),
  ];
};

const everyKnown = (): RuleField[] => (['appointment', 'care'] as const).flatMap(fieldsOfGroup);

/** What is offered, and whatever the rule asks about already: nothing that stands in it is lost by looking at it. */
export const fieldsFor = (definition: Definition, scope: RuleScope, group: RuleGroup): RuleField[] => {
  const offered = offeredFields(definition, scope);
  const names = new Set(offered.map(({ name }) => name));
  const asked = [...new Set(fieldsIn(group))].filter((name) => !names.has(name));
  const known = everyKnown();
  return [
    ...offered,
    ...asked.map(
      (name): RuleField =>
        known.find((field) => field.name === name) ?? { name, type: 'text', group: 'other' },
    ),
  ];
};
