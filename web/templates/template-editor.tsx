import { ActionIcon, Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconArchive, IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenPurposeSchema } from '../../src/consent/rules/contact-request.ts';
import { channelSchema } from '../../src/messages/rules/message-order.ts';
import type { TemplateView } from '../../src/messages/rules/template-views.ts';
import { templateAboutSchema } from '../../src/messages/rules/template-variables.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import panes from '../ui/two-panes.module.css';
import { canSave, emptyForm, formOf, hasSubject, type DraftForm, type Language } from './template-draft.ts';
import { TemplatePreview } from './template-preview.tsx';
import { TextFields } from './text-fields.tsx';
import classes from './templates-page.module.css';
import { useOfferedVariables } from './use-offered-variables.ts';
import { useTemplateCommands } from './use-template-commands.ts';

interface TemplateEditorProps {
  clinic: MyClinic;
  /** null: a new one */
  template: TemplateView | null;
  readOnly: boolean;
}

const Choices = ({
  form,
  isNew,
  disabled,
  onChange,
}: {
  form: DraftForm;
  isNew: boolean;
  disabled: boolean;
  onChange: (part: Partial<DraftForm>) => void;
}) => {
  const { t } = useTranslation('templates');
  const options = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <div className={classes.choices}>
      <TextInput
        label={t('name')}
        value={form.name}
        maxLength={100}
        disabled={disabled}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t('channel')}
        data={options(channelSchema.options, (value) => t(`channels.${value}`))}
        value={form.channel}
        allowDeselect={false}
        disabled={disabled || !isNew}
        onChange={(channel) => channel !== null && onChange({ channel })}
      />
      <Select
        label={t('purpose')}
        data={options(chosenPurposeSchema.options, (value) => t(`purposes.${value}`))}
        value={form.purpose}
        allowDeselect={false}
        disabled={disabled}
        onChange={(purpose) => purpose !== null && onChange({ purpose })}
      />
      <Select
        label={t('about')}
        data={options(templateAboutSchema.options, (value) => t(`abouts.${value}`))}
        value={form.about}
        allowDeselect={false}
        disabled={disabled}
        onChange={(about) => about !== null && onChange({ about })}
      />
    </div>
  );
};

/** One template: its texts in both languages, and beside them what a patient would read. */
export const TemplateEditor = ({ clinic, template, readOnly }: TemplateEditorProps) => {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const [form, setForm] = useState(template === null ? emptyForm : formOf(template));
  const [language, setLanguage] = useState<Language>(
    template?.texts.en === undefined && template !== null ? 'de' : 'en',
  );
  const offered = useOfferedVariables(form.about);
  const open = (id?: string): void =>
    void navigate({
      to: '/clinics/$clinicId/templates',
      params: { clinicId: clinic.id },
      search: id === undefined ? {} : { open: id },
    });
  const { save, archive } = useTemplateCommands(clinic.id, template, {
    saved: ({ id }) => open(id),
    archived: () => open(),
  });
  const label = (each: Language): string =>
    form.texts[each].body.trim() === ''
      ? `${t(`languages.${each}`)} (${t('notWritten')})`
      : t(`languages.${each}`);
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(form);
      }}
    >
      <header className={classes.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={panes.back}
          aria-label={t('back')}
          renderRoot={(props) => (
            <Link {...props} to="/clinics/$clinicId/templates" params={{ clinicId: clinic.id }} />
          )}
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
        <div className={classes.who}>
          <h2 className={classes.title}>{template?.name ?? t('newName')}</h2>
          {template !== null && (
            <p className={classes.sub}>
              {t('version', { version: template.version })} ·{' '}
              <MomentText at={template.updatedAt} timeZone={clinic.timeZone} />
              {template.updatedBy !== null && ` ${t('by', { name: template.updatedBy })}`}
            </p>
          )}
          {readOnly && <p className={classes.sub}>{t('readonly')}</p>}
        </div>
        {!readOnly && (
          <div className={classes.deeds}>
            {template !== null && (
              <Button
                variant="default"
                leftSection={<IconArchive size={16} aria-hidden />}
                loading={archive.isPending}
                onClick={() => archive.mutate(template)}
              >
                {t('archive')}
              </Button>
            )}
            <Button type="submit" loading={save.isPending} disabled={!canSave(form)}>
              {t('save')}
            </Button>
          </div>
        )}
      </header>
      <Choices
        form={form}
        isNew={template === null}
        disabled={readOnly}
        onChange={(part) => setForm({ ...form, ...part })}
      />
      <SegmentedControl
        aria-label={t('language')}
        data={(['en', 'de'] as const).map((value) => ({ value, label: label(value) }))}
        value={language}
        onChange={setLanguage}
      />
      <div className={classes.sides}>
        <div className={classes.text}>
          <TextFields
            key={language}
            text={form.texts[language]}
            language={language}
            headed={hasSubject(form.channel)}
            offered={offered}
            disabled={readOnly}
            onChange={(text) => setForm({ ...form, texts: { ...form.texts, [language]: text } })}
          />
        </div>
        <TemplatePreview clinicId={clinic.id} form={form} language={language} />
      </div>
    </form>
  );
};
