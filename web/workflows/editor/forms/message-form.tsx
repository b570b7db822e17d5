import { MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelSchema, type Channel } from '../../../../src/messages/rules/message-order.ts';
import { isAboutAppointments } from '../../../../src/workflows/rules/check-definition.ts';
import { channelsOf } from '../../../../src/workflows/rules/send.ts';
import type { Content, LeafStep } from '../../../../src/workflows/rules/steps.ts';
import { LocalizedTexts } from './localized-texts.tsx';
import classes from './forms.module.css';
import { sendBy } from './send-by.ts';
import type { FormOf } from './step-form-props.ts';
import { TemplateChoice } from './template-choice.tsx';
import { useFaultWords } from './use-fault-words.ts';
import { emptyText, headedAmong, ownTextOf, writtenOf } from './written-texts.ts';

export type MessageStep = Extract<LeafStep, { do: 'SEND' | 'SEND_SMS' }>;

/** By which way a message goes, and by which others when it does not arrive. */
export const MessageForm = (form: FormOf<MessageStep>) => {
  const { t } = useTranslation(['stepForms', 'templates']);
  const { step, faults, onChange } = form;
  const wrong = useFaultWords(faults);
  const [first, ...others] = channelsOf(step) as [Channel, ...Channel[]];
  const data = channelSchema.options.map((value) => ({ value, label: t(`templates:channels.${value}`) }));
  return (
    <>
      <Select
        label={t('message.channel')}
        data={data}
        value={first}
        allowDeselect={false}
        onChange={(channel) => channel !== null && onChange(sendBy(step, [channel, ...others]))}
      />
      <Body {...form} />
      <MultiSelect
        label={t('message.fallback')}
        description={t('message.fallbackHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={others.length === 0 ? t('message.noFallback') : ''}
        clearable
        maxValues={3}
        data={data.filter(({ value }) => value !== first || others.includes(value))}
        value={others}
        error={wrong('fallback-twice')}
        onChange={(next) => onChange(sendBy(step, [first, ...next]))}
      />
    </>
  );
};

const Body = ({ step, faults, clinic, definition, onChange }: FormOf<MessageStep>) => {
  const { t } = useTranslation(['stepForms', 'templates']);
  const wrong = useFaultWords(faults);
  const { content } = step;
  const isNamed = 'templateId' in content;
  const [from, setFrom] = useState<'own' | 'template'>(isNamed ? 'template' : 'own');
  const set = (next: Content): void => onChange({ ...step, content: next });
  const channels = channelsOf(step);
  return (
    <div className={classes.group}>
      <SegmentedControl
        fullWidth
        aria-label={t('message.from')}
        data={(['own', 'template'] as const).map((value) => ({ value, label: t(`message.${value}`) }))}
        value={from}
        onChange={(next) => {
          setFrom(next);
          if (next === 'own' && isNamed) set(emptyText);
        }}
      />
      {from === 'template' || isNamed ? (
        <TemplateChoice
          clinicId={clinic.id}
          templateId={isNamed ? content.templateId : null}
          channels={channels}
          error={wrong('no-such-template')}
          onChange={(templateId) => set({ templateId })}
          onCopied={(copy) => {
            setFrom('own');
            set(copy);
          }}
        />
      ) : (
        <LocalizedTexts
          clinicId={clinic.id}
          label={t('templates:body')}
          texts={writtenOf(content)}
          as={channels[0]!}
          headed={headedAmong(channels)}
          about={isAboutAppointments(definition) ? 'appointment' : 'patient'}
          error={wrong('no-text')}
          subjectError={wrong('no-subject')}
          onChange={(texts) => set(ownTextOf(texts))}
        />
      )}
    </div>
  );
};
