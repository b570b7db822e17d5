import { Button, Switch, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type {
  ContactSettings,
  ContactSettingsView,
  NumberPace,
} from '../../src/settings/rules/contact-settings.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { clinicPath, request } from '../platform/request.ts';
import { DecimalField } from '../ui/decimal-field.tsx';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import section from '../ui/section.module.css';
import { contactSettingsQuery } from './contact-settings.query.ts';
import { NumberPaceFields } from './number-pace-fields.tsx';
import classes from './section-form.module.css';

/** How fast the clinic writes and calls by itself, what that costs, and what its e-mails say about it. */
export const ContactSection = () => {
  const { clinic } = useCurrentClinic();
  const settings = useQuery(contactSettingsQuery(clinic.id));
  if (settings.isError)
    return <ProblemNotice error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <RowsSkeleton rows={6} />;
  return <ContactForm key={clinic.id} view={settings.data} />;
};

const useSaveContact = (onSaved: (view: ContactSettingsView) => void) => {
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ numbers, ...plain }: ContactSettingsView) => {
      const body: ContactSettings = {
        segmentPriceMicros: plain.segmentPriceMicros,
        postalAddress: plain.postalAddress?.trim() === '' ? null : plain.postalAddress,
        trackEmail: plain.trackEmail,
        numbers: numbers.map(({ label: _label, ...pace }) => pace),
      };
      return request<ContactSettingsView>(clinicPath(clinic.id, 'contact-settings'), { method: 'PUT', body });
    },
    onSuccess: (view) => {
      queries.setQueryData(contactSettingsQuery(clinic.id).queryKey, view);
      onSaved(view);
    },
  });
};

type FormPart = {
  draft: ContactSettingsView;
  readOnly: boolean;
  onChange: (part: Partial<ContactSettingsView>) => void;
};

const ContactForm = ({ view }: { view: ContactSettingsView }) => {
  const { t } = useTranslation('settings');
  const { clinic } = useCurrentClinic();
  const readOnly = !atLeast(clinic.role, 'manager');
  const [draft, setDraft] = useState(view);
  const save = useSaveContact((saved) => {
    setDraft(saved);
    confirmDone(t('contact.saved'));
  });
  const change = (part: Partial<ContactSettingsView>): void => setDraft({ ...draft, ...part });
  const changeNumber = (phoneNumber: string, part: Partial<NumberPace>): void =>
    change({
      numbers: draft.numbers.map((one) => (one.phoneNumber === phoneNumber ? { ...one, ...part } : one)),
    });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form onSubmit={submit} className={classes.sections}>
      <Panel title={t('contact.pace')}>
        <div className={classes.form}>
          <p className={classes.text}>{t('contact.paceText')}</p>
          {draft.numbers.length === 0 && <p className={classes.text}>{t('contact.noNumbers')}</p>}
          {draft.numbers.map((number) => (
            <NumberPaceFields
              key={number.phoneNumber}
              number={number}
              readOnly={readOnly}
              onChange={(part) => changeNumber(number.phoneNumber, part)}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t('contact.messages')}>
        <div className={classes.form}>
          <MessageFields draft={draft} readOnly={readOnly} onChange={change} />
          {save.isError && <ProblemNotice error={save.error} />}
          {!readOnly && (
            <div className={section.actions}>
              <Button type="submit" loading={save.isPending}>
                {t('save')}
              </Button>
            </div>
          )}
        </div>
      </Panel>
    </form>
  );
};

const micros = 1_000_000;

const MessageFields = ({ draft, readOnly, onChange }: FormPart) => {
  const { t } = useTranslation('settings');
  return (
    <>
      <div className={section.fields}>
        <DecimalField
          label={t('contact.price')}
          description={t('contact.priceHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          suffix={` ${draft.currency}`}
          required
          withAsterisk={false}
          readOnly={readOnly}
          allowNegative={false}
          decimalScale={4}
          min={0}
          max={10}
          value={draft.segmentPriceMicros / micros}
          onChange={(value) => {
            if (value !== '') onChange({ segmentPriceMicros: Math.round(Number(value) * micros) });
          }}
        />
      </div>
      <Textarea
        label={t('contact.address')}
        description={t('contact.addressHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        maxLength={300}
        readOnly={readOnly}
        value={draft.postalAddress ?? ''}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          onChange({ postalAddress: typed === '' ? null : typed });
        }}
      />
      <Switch
        label={t('contact.track')}
        description={t('contact.trackHelp')}
        checked={draft.trackEmail}
        disabled={readOnly}
        onChange={(event) => onChange({ trackEmail: event.currentTarget.checked })}
      />
    </>
  );
};
