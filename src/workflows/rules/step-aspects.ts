import { isSame } from './is-same.ts';
import type { Content, Localized, Step } from './steps.ts';

const languages = ['en', 'de'] as const;
type TextLanguage = (typeof languages)[number];
const spokenParts = ['text', 'subject', 'script', 'machineMessage'] as const;
type SpokenPart = (typeof spokenParts)[number];

/** One thing about a step that a person would name. What it says is told by language. */
export type StepAspect =
  | 'do'
  | 'if'
  | 'by'
  | 'branches'
  | 'for'
  | 'asSoonAs'
  | 'ifPast'
  | 'channel'
  | 'fallback'
  | 'template'
  | 'note'
  | 'due'
  | 'staffId'
  | 'departmentId'
  | 'keys'
  | 'retry'
  | `${SpokenPart}.${TextLanguage}`;

type Aspects = Partial<Record<StepAspect, unknown>>;

const spoken = (part: SpokenPart, texts: Localized | undefined): Aspects =>
  Object.fromEntries(languages.map((language) => [`${part}.${language}`, texts?.[language]]));

const ofContent = (content: Content): Aspects =>
  'templateId' in content
    ? { template: content.templateId }
    : { ...spoken('text', content.text), ...spoken('subject', content.subject) };

/** What is the step's own; the steps inside of it are told by themselves. */
const aspectsOf = (step: Step): Aspects => {
  switch (step.do) {
    case 'CONDITION':
      return { do: step.do, if: step.if };
    case 'BRANCH':
      return {
        do: step.do,
        by: step.by,
        branches: step.branches.map(({ name, if: rule, percent }) => ({ name, if: rule, percent })),
      };
    case 'MAKE_PHONE_CALL': {
      const { id: _, script, machineMessage, ...rest } = step;
      return { ...rest, ...spoken('script', script), ...spoken('machineMessage', machineMessage) };
    }
    case 'SEND':
    case 'SEND_SMS': {
      const { id: _, content, ...rest } = step;
      return { ...rest, ...ofContent(content) };
    }
    case 'SEND_APPOINTMENT_REMINDER':
    case 'WAIT': {
      const { id: _, ...rest } = step;
      return rest;
    }
    default: {
      const { id: _, text, ...rest } = step;
      return { ...rest, note: text };
    }
  }
};

/** In what two steps differ. */
export const stepAspects = (before: Step, after: Step): StepAspect[] => {
  const [from, to] = [aspectsOf(before), aspectsOf(after)];
  const names = Object.keys({ ...from, ...to }) as StepAspect[];
  return names.filter((name) => !isSame(from[name], to[name]));
};
