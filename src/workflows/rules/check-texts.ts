import { checkTemplate, variablesIn } from '../../messages/rules/template-engine.ts';
import { isAboutAppointments } from './check-definition.ts';
import type { DefinitionFault } from './definition-fault.ts';
import type { Definition } from './definition.ts';
import { programOf } from './program.ts';
import { contentOf, isSend } from './send.ts';
import type { Localized, Step } from './steps.ts';

/** Everything that a step says to somebody. */
const textsOf = (step: Step): Localized[] => {
  if (step.do === 'MAKE_PHONE_CALL') return [step.script, step.machineMessage ?? {}];
  if (!isSend(step)) return [];
  const content = contentOf(step);
  return 'templateId' in content ? [] : [content.text, content.subject ?? {}];
};

const cannotBeFilled = (step: Step, about: 'appointment' | 'patient'): DefinitionFault[] =>
  textsOf(step).flatMap((texts) =>
    (['en', 'de'] as const).flatMap((language) =>
      checkTemplate(texts[language] ?? '', about, language).map((fault): DefinitionFault => ({
        step: step.id,
        code: 'text-faulty',
        detail: fault.fault === 'unknown-variable' ? fault.variable : fault.detail,
      })),
    ),
  );

const namedIn = ({ en, de }: Localized): string[] => [
  ...new Set([en, de].flatMap((text) => variablesIn(text ?? ''))),
];

/** Nobody can click on what is said. */
const linkIsSaid = (step: Step): DefinitionFault[] =>
  step.do !== 'MAKE_PHONE_CALL'
    ? []
    : namedIn(step.script)
        .filter((variable) => variable.startsWith('link.'))
        .map((detail) => ({ step: step.id, code: 'text-faulty', detail }));

/** What is left on a machine may be heard by everybody in the house: it names the clinic, and nothing else. */
const machineTells = (step: Step): DefinitionFault[] =>
  step.do !== 'MAKE_PHONE_CALL'
    ? []
    : namedIn(step.machineMessage ?? {})
        .filter((variable) => !variable.startsWith('clinic.'))
        .map((detail) => ({ step: step.id, code: 'tells-too-much', detail }));

/** What is wrong with the texts that stand in the steps themselves. */
export const textFaults = (definition: Definition): DefinitionFault[] => {
  const about = isAboutAppointments(definition) ? 'appointment' : 'patient';
  const steps = [...programOf(definition).places.values()].map(({ step }) => step);
  return [
    ...steps.flatMap((step) => cannotBeFilled(step, about)),
    ...steps.flatMap(linkIsSaid),
    ...steps.flatMap(machineTells),
  ];
};
