import type { Language } from '../../../clinics/rules/language.ts';
import type { Disclosure } from '../../../consent/rules/contact-rule.ts';
import type { CallText } from '../../../dialling/rules/call-order.ts';
import { composeErrand, fillCallText, longestSeconds } from '../../../dialling/rules/compose-errand.ts';
import { subjectValues } from '../../../messages/rules/subject-values.ts';
import { fillTemplate } from '../../../messages/rules/template-engine.ts';
import { fitsSms, textIn, type TemplateTexts } from '../../../messages/rules/template-texts.ts';
import {
  exampleValues,
  nestValues,
  type VariableValues,
} from '../../../messages/rules/template-variables.ts';
import type { Definition } from '../definition.ts';
import { programOf } from '../program.ts';
import { contentOf, isSend } from '../send.ts';
import type { Content } from '../steps.ts';
import type { Subject } from '../subject.ts';
import { channelOf, type Contact } from './contact.ts';
import type { Said } from './said.ts';
import type { Reader, Scene } from './scene.ts';

/** Nothing is made that opens anything. */
const { link } = exampleValues('patient', 'en') as { link: { page: string; unsubscribe: string } };

const valuesOf = (
  scene: Scene,
  { appointment }: Subject,
  { person }: Reader,
  links: typeof link | null,
  language: Language,
): VariableValues | null => {
  const { patient, clinic, care, practitioner } = scene;
  if (patient === null) return null;
  const visit = appointment && { startsAt: appointment.startsAt, reason: appointment.reason, practitioner };
  const subject = { patient, recipient: person, clinic, links, appointment: visit, care };
  return { ...nestValues(subjectValues(subject, language)), workflow: {} };
};

const textsOf = (content: Content, { templates }: Scene): TemplateTexts | null => {
  if ('templateId' in content) return templates[content.templateId] ?? null;
  const { text, subject } = content;
  const inLanguage = (language: Language): TemplateTexts => {
    const body = text[language];
    return body === undefined ? {} : { [language]: { body, subject: subject?.[language] ?? null } };
  };
  return { ...inLanguage('en'), ...inLanguage('de') };
};

export type WriteFault = 'no-template' | 'template-faulty' | 'no-postal-address';

/** A message as it would leave at this moment. @returns why it cannot be written */
export const writeMessage = (
  definition: Definition,
  scene: Scene,
  subject: Subject,
  reader: Reader,
  { step: id, effect }: Contact,
): Extract<Said, { as: 'text' }> | WriteFault => {
  const channel = channelOf(effect);
  const { clinic } = scene;
  if (channel === 'email' && definition.purpose === 'marketing' && !clinic.hasPostalAddress)
    return 'no-postal-address';
  const step = programOf(definition).places.get(id)?.step;
  const texts = step !== undefined && isSend(step) ? textsOf(contentOf(step), scene) : null;
  const chosen = texts && textIn(texts, reader.language ?? clinic.language, clinic.language);
  if (!chosen) return 'no-template';
  const { language, text } = chosen;
  const values = valuesOf(scene, subject, reader, link, language);
  if (values === null) return 'no-template';
  const body = fillTemplate(text.body, values);
  const head = text.subject === null ? null : fillTemplate(text.subject, values);
  if (body === null || (text.subject !== null && head === null)) return 'template-faulty';
  if (channel === 'sms' && !fitsSms(body)) return 'template-faulty';
  return { as: 'text', language, subject: head, body };
};

export type CallScript = {
  seconds: number;
  /** as it is said with what the gate wants said */
  with: (disclosures: readonly Disclosure[]) => Extract<Said, { as: 'speech' }>;
};

/** A call as it would be made at this moment. @returns null: its texts cannot be filled in */
export const writeCall = (
  scene: Scene,
  subject: Subject,
  reader: Reader,
  step: Omit<CallText, 'workflowName'>,
): CallScript | null => {
  const { clinic } = scene;
  const { script, keys, machineMessage, departmentId } = step;
  const says: CallText = { script, keys, machineMessage, departmentId, workflowName: '' };
  const wanted = reader.language ?? clinic.language;
  const spoken = fillCallText(says, { wanted, clinic: clinic.language }, (language) =>
    valuesOf(scene, subject, reader, null, language),
  );
  if (spoken === null) return null;
  return {
    seconds: longestSeconds(spoken, says, clinic.name),
    with: (disclosures) => {
      const errand = composeErrand({ id: '', appointmentId: null, says }, spoken, clinic.name, disclosures);
      return {
        as: 'speech',
        language: spoken.language,
        sentences: [errand.preamble, errand.script, errand.choices].filter((text) => text !== ''),
        keys: [...errand.keys],
        machineMessage: errand.machineMessage,
      };
    },
  };
};
