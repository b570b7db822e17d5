import type { TemplateDraft, TemplateView } from '../../src/messages/rules/template-views.ts';

export type Language = 'en' | 'de';

/** Both parts as they stand in the form: what is empty is not written. */
export interface WrittenText {
  subject: string;
  body: string;
}

/** A template as it stands in the form. */
export interface DraftForm extends Omit<TemplateDraft, 'texts'> {
  texts: Record<Language, WrittenText>;
}

/** Whether what goes this way has a subject. */
export const hasSubject = (channel: TemplateDraft['channel']): boolean =>
  channel === 'email' || channel === 'push';

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
export const draftOf = <Form extends Pick<DraftForm, 'channel' | 'texts'>>({ texts, ...form }: Form) => {
  const headed = hasSubject(form.channel);
  const written = (['en', 'de'] as const).flatMap((language) => {
    const { subject, body } = texts[language];
    if (body.trim() === '') return [];
    return [[language, { body, subject: headed && subject.trim() !== '' ? subject : null }] as const];
  });
  return { ...form, texts: Object.fromEntries(written) as TemplateDraft['texts'] };
};

/** Whether there is something to save: a name and one text. */
export const canSave = (form: DraftForm): boolean =>
  form.name.trim() !== '' && Object.keys(draftOf(form).texts).length > 0;
