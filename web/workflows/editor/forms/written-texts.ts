import type { Channel } from '../../../../src/messages/rules/message-order.ts';
import type { Content, Localized } from '../../../../src/workflows/rules/steps.ts';
import { hasSubject, type Language, type WrittenText } from '../../../templates/template-draft.ts';

export type OwnText = Extract<Content, { text: Localized }>;
/** As it stands in a form: what is not written is empty. */
export type WrittenTexts = Record<Language, WrittenText>;

export const writtenOf = ({ text, subject = {} }: OwnText): WrittenTexts => ({
  en: { subject: subject.en ?? '', body: text.en ?? '' },
  de: { subject: subject.de ?? '', body: text.de ?? '' },
});

const localized = (en: string, de: string): Localized => ({
  ...(en === '' ? {} : { en }),
  ...(de === '' ? {} : { de }),
});

export const bodiesOf = ({ en, de }: WrittenTexts): Localized => localized(en.body, de.body);

/** A subject is kept where the channel has none: whoever changes it back has it still. */
export const ownTextOf = (written: WrittenTexts): OwnText => {
  const subject = localized(written.en.subject, written.de.subject);
  const text = bodiesOf(written);
  return Object.keys(subject).length === 0 ? { text } : { text, subject };
};

export const emptyText: OwnText = { text: {} };

/** The language that is shown first: the reader's own, where it is written. */
export const firstLanguage = (texts: WrittenTexts, own: Language): Language => {
  const other = own === 'en' ? 'de' : 'en';
  return texts[own].body === '' && texts[other].body !== '' ? other : own;
};

/** Of the ways that are tried, one whose subject is needed; else the first. */
export const headedAmong = (channels: readonly Channel[]): boolean => channels.some(hasSubject);
