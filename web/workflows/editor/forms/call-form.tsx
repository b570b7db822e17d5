import { Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isAboutAppointments } from '../../../../src/workflows/rules/check-definition.ts';
import { pleaseCallBack } from '../../../../src/workflows/rules/gallery/gallery-entry.ts';
import type { PhoneCallStep } from '../../../../src/workflows/rules/steps.ts';
import { departmentsQuery } from '../../../staff/staff.query.ts';
import { CallKeys } from './call-keys.tsx';
import { CallRetry } from './call-retry.tsx';
import classes from './forms.module.css';
import { LocalizedTexts } from './localized-texts.tsx';
import type { FormOf } from './step-form-props.ts';
import { useFaultWords } from './use-fault-words.ts';
import { bodiesOf, writtenOf } from './written-texts.ts';

/** A call: what it says, what keys mean, what is left on a machine, and when it is tried again. */
export const CallForm = (form: FormOf<PhoneCallStep>) => {
  const { t } = useTranslation('stepForms');
  const { step, faults, clinic, definition, onChange } = form;
  const wrong = useFaultWords(faults);
  const talks = Object.values(step.keys).includes('speak-to-someone');
  return (
    <>
      <LocalizedTexts
        clinicId={clinic.id}
        label={t('call.script')}
        texts={writtenOf({ text: step.script })}
        as="call"
        about={isAboutAppointments(definition) ? 'appointment' : 'patient'}
        mayName={(variable) => !variable.startsWith('link.') && !variable.endsWith('.link')}
        refuse={(variable) => (variable.startsWith('link.') ? t('call.noLink', { variable }) : null)}
        error={wrong('no-text')}
        onChange={(texts) => onChange({ ...step, script: bodiesOf(texts) })}
      />
      <p className={classes.hint}>{t('call.scriptHint')}</p>
      <CallKeys
        keys={step.keys}
        error={wrong('same-meaning-twice')}
        onChange={(keys) => onChange({ ...step, keys })}
      />
      {(talks || step.departmentId !== undefined) && <Department {...form} />}
      <MachineMessage {...form} />
      <CallRetry
        retry={step.retry}
        wrong={wrong}
        onChange={(retry) => {
          const { retry: _, ...once } = step;
          onChange(retry === undefined ? once : { ...step, retry });
        }}
      />
    </>
  );
};

const Department = ({ step, faults, clinic, onChange }: FormOf<PhoneCallStep>) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  const { data = [] } = useQuery(departmentsQuery(clinic.id));
  const { departmentId, ...anybody } = step;
  return (
    <Select
      label={t('call.department')}
      placeholder={t('call.anybody')}
      clearable
      data={data.map(({ id, name }) => ({ value: id, label: name }))}
      value={data.some(({ id }) => id === departmentId) ? departmentId! : null}
      error={wrong('no-such-department')}
      onChange={(id) => onChange(id === null ? anybody : { ...step, departmentId: id })}
    />
  );
};

const MachineMessage = ({ step, clinic, onChange }: FormOf<PhoneCallStep>) => {
  const { t } = useTranslation(['stepForms', 'workflows']);
  const { machineMessage, ...without } = step;
  return (
    <div className={classes.group}>
      <Switch
        label={t('call.machine')}
        description={t('call.machineHint')}
        checked={machineMessage !== undefined}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { ...step, machineMessage: pleaseCallBack } : without)
        }
      />
      {machineMessage !== undefined && (
        <LocalizedTexts
          clinicId={clinic.id}
          label={t('call.machineText')}
          texts={writtenOf({ text: machineMessage })}
          as="call"
          about="patient"
          mayName={(variable) => variable.startsWith('clinic.')}
          refuse={(variable) =>
            variable.startsWith('clinic.') ? null : t('workflows:fault.tells-too-much', { detail: variable })
          }
          onChange={(texts) => onChange({ ...step, machineMessage: bodiesOf(texts) })}
        />
      )}
    </div>
  );
};
