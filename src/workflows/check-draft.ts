import { checkTemplate, variablesIn } from '../messages/template-engine.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { eventKinds } from '../events/rules/event-kinds.ts';
import { definitionFaults, type DefinitionFault } from './rules/check-definition.ts';
import { definitionSchema, type Definition } from './rules/definition.ts';
import { programOf } from './rules/program.ts';
import { contentOf, isSend } from './rules/send.ts';
import type { Localized, Step } from './rules/steps.ts';
import { selectTemplatesThere, selectThere } from './subjects.store.ts';

type Texts = { step: string; texts: Localized }[];

const stepsOf = (definition: Definition): Step[] =>
  [...programOf(definition).places.values()].map(({ step }) => step);

/** Everything that a step says to somebody. */
const textsOf = (step: Step): Texts => {
  if (step.do === 'MAKE_PHONE_CALL')
    return [step.script, step.machineMessage ?? {}].map((texts) => ({ step: step.id, texts }));
  if (!isSend(step)) return [];
  const content = contentOf(step);
  if ('templateId' in content) return [];
  return [content.text, content.subject ?? {}].map((texts) => ({ step: step.id, texts }));
};

export const isAboutAppointments = ({ trigger }: Definition): boolean =>
  trigger.events.length > 0 && trigger.events.every((kind) => eventKinds[kind].about === 'appointment');

const textFaults = (definition: Definition): DefinitionFault[] => {
  const about = isAboutAppointments(definition) ? 'appointment' : 'patient';
  return stepsOf(definition)
    .flatMap(textsOf)
    .flatMap(({ step, texts }) =>
      (['en', 'de'] as const).flatMap((language) =>
        checkTemplate(texts[language] ?? '', about, language).map((fault): DefinitionFault => ({
          step,
          code: 'text-faulty',
          detail: fault.fault === 'unknown-variable' ? fault.variable : fault.detail,
        })),
      ),
    );
};

const namedFaults = async (trx: ClinicTransaction, definition: Definition): Promise<DefinitionFault[]> => {
  const steps = stepsOf(definition);
  const templates = steps.flatMap((step) => {
    const content = isSend(step) ? contentOf(step) : null;
    return content && 'templateId' in content ? [{ step: step.id, id: content.templateId }] : [];
  });
  const staff = steps.flatMap((step) =>
    step.do === 'NOTIFY_TEAM_MEMBER' && step.staffId !== undefined
      ? [{ step: step.id, id: step.staffId }]
      : [],
  );
  const departments = steps.flatMap((step) =>
    step.do === 'MAKE_PHONE_CALL' && step.departmentId !== undefined
      ? [{ step: step.id, id: step.departmentId }]
      : [],
  );
  if (templates.length + staff.length + departments.length === 0) return [];
  const there = await selectThere(trx, {
    staff: staff.map(({ id }) => id),
    departments: departments.map(({ id }) => id),
  });
  const known = await selectTemplatesThere(
    trx,
    templates.map(({ id }) => id),
  );
  return [
    ...templates
      .filter(({ id }) => !known.has(id))
      .map(({ step }): DefinitionFault => ({ step, code: 'no-such-template' })),
    ...staff
      .filter(({ id }) => !there.staff.has(id))
      .map(({ step }): DefinitionFault => ({ step, code: 'no-such-staff' })),
    ...departments
      .filter(({ id }) => !there.departments.has(id))
      .map(({ step }): DefinitionFault => ({ step, code: 'no-such-department' })),
  ];
};

/** Nobody can click on what is said. */
const linkFaults = (definition: Definition): DefinitionFault[] =>
  stepsOf(definition).flatMap((step) => {
    if (step.do !== 'MAKE_PHONE_CALL') return [];
    const named = [step.script.en, step.script.de].flatMap((text) => variablesIn(text ?? ''));
    return [...new Set(named)]
      .filter((variable) => variable.startsWith('link.'))
      .map((detail): DefinitionFault => ({ step: step.id, code: 'text-faulty', detail }));
  });

/** What is left on a machine may be heard by everybody in the house: it names the clinic, and nothing else. */
const machineFaults = (definition: Definition): DefinitionFault[] =>
  stepsOf(definition).flatMap((step) => {
    if (step.do !== 'MAKE_PHONE_CALL') return [];
    const { en, de } = step.machineMessage ?? {};
    const named = [en, de].flatMap((text) => variablesIn(text ?? ''));
    return [...new Set(named)]
      .filter((variable) => !variable.startsWith('clinic.'))
      .map((detail): DefinitionFault => ({ step: step.id, code: 'tells-too-much', detail }));
  });

/** Everything that keeps a draft from being published: its shape, its sense, its texts, and whom and what it names. */
export const checkDraft = async (
  trx: ClinicTransaction,
  draft: unknown,
): Promise<{ definition: Definition | null; faults: DefinitionFault[] }> => {
  const read = definitionSchema.safeParse(draft);
  if (!read.success) return { definition: null, faults: [{ step: null, code: 'wrong-shape' }] };
  const definition = read.data;
  return {
    definition,
    faults: [
      ...definitionFaults(definition),
      ...textFaults(definition),
      ...linkFaults(definition),
      ...machineFaults(definition),
      ...(await namedFaults(trx, definition)),
    ],
  };
};
