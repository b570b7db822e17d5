import type { TemplateDraft, TemplateView } from '../../src/messages/rules/template-views.ts';

export type Language = 'en' | 'de';

/** A template as it stands in the form: a text that is empty is not written. */
export interface DraftForm extends Omit<TemplateDraft, 'texts'> {
  texts: Record<Language, { subject: string; body: string }>;
}

const nothing = { subject: '', body: '' };

export const emptyForm: DraftForm = {
  name: '',
  channel: 'sms',
  purpose: 'appointment',
  about: 'appointment',
  texts: { en: nothing, de: nothing },
};

export const formOf = ({ name, channel, purpose, about, texts }: TemplateView): DraftForm => ({
  name,
  channel,
  purpose,
  about,
  texts: {
    en: { subject: texts.en?.subject ?? '', body: texts.en?.body ?? '' },
    de: { subject: texts.de?.subject ?? '', body: texts.de?.body ?? '' },
  },
});

/** What is sent to the server: texts that are written, subjects only where the channel has them. */
export const draftOf = ({ texts, ...form }: DraftForm): TemplateDraft => {
  const headed = form.channel === 'email' || form.channel === 'push';
  const written = (['en', 'de'] as const).flatMap((language) => {
    const { subject, body } = texts[language];
    if (body.trim() === '') return [];
    return [[language, { body, subject: headed && subject.trim() !== '' ? subject : null }] as const];
  });
  return { ...form, texts: Object.fromEntries(written) };
};

/** Whether there is something to save: a name and one text. */
export const canSave = (form: DraftForm): boolean =>
  form.name.trim() !== '' && Object.keys(draftOf(form).texts).length > 0;
