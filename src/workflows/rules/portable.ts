import type { TemplateTexts } from '../../messages/rules/template-texts.ts';
import type { Definition } from './definition.ts';
import { mapSteps } from './map-steps.ts';
import { programOf } from './program.ts';
import type { Content, Step } from './steps.ts';

const templateIn = (step: Step): string | null =>
  (step.do === 'SEND' || step.do === 'SEND_SMS') && 'templateId' in step.content
    ? step.content.templateId
    : null;

/** The clinic's message templates that a definition names. */
export const templatesIn = (definition: Definition): string[] => [
  ...new Set([...programOf(definition).places.values()].flatMap(({ step }) => templateIn(step) ?? [])),
];

const contentOf = ({ en, de }: TemplateTexts): Content => {
  const localized = (part: 'subject' | 'body') => ({
    ...(en?.[part] ? { en: en[part] } : {}),
    ...(de?.[part] ? { de: de[part] } : {}),
  });
  const subject = localized('subject');
  return { text: localized('body'), ...(Object.keys(subject).length === 0 ? {} : { subject }) };
};

/**
 * The definition without anything that only this clinic has: messages say themselves what their templates said, and word
 * to one member of the staff goes to the front desk.
 */
export const portable = (definition: Definition, texts: ReadonlyMap<string, TemplateTexts>): Definition => ({
  ...definition,
  steps: mapSteps(definition.steps, (step) => {
    if (step.do === 'NOTIFY_TEAM_MEMBER') return { id: step.id, do: step.do, text: step.text };
    const templateId = templateIn(step);
    const found = templateId === null ? undefined : texts.get(templateId);
    return found === undefined || !('content' in step) ? step : { ...step, content: contentOf(found) };
  }),
});
