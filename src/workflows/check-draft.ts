import type { ClinicTransaction } from '../platform/database/database.ts';
import { definitionFaults } from './rules/check-definition.ts';
import { textFaults } from './rules/check-texts.ts';
import type { DefinitionFault } from './rules/definition-fault.ts';
import { definitionSchema, type Definition } from './rules/definition.ts';
import { programOf } from './rules/program.ts';
import { contentOf, isSend } from './rules/send.ts';
import type { Step } from './rules/steps.ts';
import { selectTemplatesThere, selectThere } from './engine/subjects.store.ts';

const stepsOf = (definition: Definition): Step[] =>
  [...programOf(definition).places.values()].map(({ step }) => step);

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
      ...(await namedFaults(trx, definition)),
    ],
  };
};
