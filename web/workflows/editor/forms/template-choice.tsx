import { Button, Select } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../src/messages/rules/message-order.ts';
import type { TemplateView } from '../../../../src/messages/rules/template-views.ts';
import { formOf } from '../../../templates/template-draft.ts';
import { TemplatePreview } from '../../../templates/template-preview.tsx';
import { templatesQuery } from '../../../templates/templates.query.ts';
import { useOwnLanguage } from '../../use-own-language.ts';
import classes from './forms.module.css';
import { firstLanguage, ownTextOf, type OwnText } from './written-texts.ts';

interface TemplateChoiceProps {
  clinicId: string;
  /** null: none is chosen yet */
  templateId: string | null;
  /** by which it goes: templates for these are offered first */
  channels: readonly Channel[];
  error: string | undefined;
  onChange: (templateId: string) => void;
  onCopied: (text: OwnText) => void;
}

/** A template of the clinic, and what it says now. */
export const TemplateChoice = (props: TemplateChoiceProps) => {
  const { t } = useTranslation(['stepForms', 'templates']);
  const { clinicId, templateId, channels, error, onChange, onCopied } = props;
  const { data: templates, isPending } = useQuery(templatesQuery(clinicId));
  const chosen = templates?.find(({ id }) => id === templateId);
  const inGroups = (['in', 'out'] as const).map((group) => ({
    group: t(group === 'in' ? 'message.fitting' : 'message.others'),
    items: (templates ?? [])
      .filter(({ channel }) => channels.includes(channel) === (group === 'in'))
      .map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <>
      <Select
        label={t('message.whichTemplate')}
        placeholder={t('message.chooseTemplate')}
        searchable
        nothingFoundMessage={t('templates:none')}
        disabled={isPending}
        data={inGroups.filter(({ items }) => items.length > 0)}
        value={chosen === undefined ? null : templateId}
        allowDeselect={false}
        error={error ?? (templateId === null ? t('message.noTemplate') : undefined)}
        onChange={(id) => id !== null && onChange(id)}
      />
      {chosen !== undefined && <Chosen clinicId={clinicId} template={chosen} onCopied={onCopied} />}
    </>
  );
};

interface ChosenProps {
  clinicId: string;
  template: TemplateView;
  onCopied: (text: OwnText) => void;
}

const Chosen = ({ clinicId, template, onCopied }: ChosenProps) => {
  const { t } = useTranslation('stepForms');
  const form = formOf(template);
  return (
    <>
      <TemplatePreview
        clinicId={clinicId}
        form={form}
        language={firstLanguage(form.texts, useOwnLanguage())}
      />
      <p className={classes.hint}>{t('message.templateHint')}</p>
      <Button
        variant="default"
        size="compact-md"
        className={classes.add}
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => onCopied(ownTextOf(form.texts))}
      >
        {t('message.copy')}
      </Button>
    </>
  );
};
