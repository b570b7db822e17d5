import { Button, Select } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { channelSchema } from '../../../../src/messages/rules/message-order.ts';
import { contentOf } from '../../../../src/workflows/rules/send.ts';
import type { LeafStep } from '../../../../src/workflows/rules/steps.ts';
import { TemplatePreview } from '../../../templates/template-preview.tsx';
import { useOwnLanguage } from '../../use-own-language.ts';
import classes from './forms.module.css';
import type { FormOf } from './step-form-props.ts';
import { emptyText, writtenOf } from './written-texts.ts';

type ReminderStep = Extract<LeafStep, { do: 'SEND_APPOINTMENT_REMINDER' }>;

/** The reminder that comes with Frontdesk: only its way is chosen, unless somebody writes one of their own. */
export const ReminderForm = ({ step, clinic, onChange }: FormOf<ReminderStep>) => {
  const { t } = useTranslation(['stepForms', 'templates']);
  const language = useOwnLanguage();
  const content = contentOf(step);
  const texts = writtenOf('text' in content ? content : emptyText);
  return (
    <>
      <Select
        label={t('message.channel')}
        data={channelSchema.options.map((value) => ({ value, label: t(`templates:channels.${value}`) }))}
        value={step.channel}
        allowDeselect={false}
        onChange={(channel) => channel !== null && onChange({ ...step, channel })}
      />
      <TemplatePreview
        clinicId={clinic.id}
        form={{ channel: step.channel, about: 'appointment', texts }}
        language={language}
      />
      <Button
        variant="default"
        className={classes.add}
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => onChange({ id: step.id, do: 'SEND', channel: step.channel, content })}
      >
        {t('message.writeOwn')}
      </Button>
    </>
  );
};
