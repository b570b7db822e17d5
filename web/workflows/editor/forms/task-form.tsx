import { Select, Switch, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isAboutAppointments } from '../../../../src/workflows/rules/check-definition.ts';
import type { LeafStep } from '../../../../src/workflows/rules/steps.ts';
import { staffQuery } from '../../../staff/staff.query.ts';
import classes from './forms.module.css';

import { MomentFields } from './moment-fields.tsx';
import type { FormOf } from './step-form-props.ts';
import { useFaultWords } from './use-fault-words.ts';

type Callback = Extract<LeafStep, { do: 'SCHEDULE_CALLBACK' }>;
type Notify = Extract<LeafStep, { do: 'NOTIFY_TEAM_MEMBER' }>;
export type TaskStep =
  | Callback
  | Notify
  | Extract<LeafStep, { do: 'CREATE_CALL_NOTE' | 'RESCHEDULE_APPOINTMENT' | 'SCHEDULE_APPOINTMENT' }>;

/** What the staff is asked to do or told. */
export const TaskForm = (form: FormOf<TaskStep>) => {
  const { t } = useTranslation('stepForms');
  const { step, faults, onChange } = form;
  const wrong = useFaultWords(faults);
  return (
    <>
      <Textarea
        label={t(`task.${step.do}`)}
        description={t('task.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={step.text}
        error={wrong('no-text')}
        onChange={(event) => onChange({ ...step, text: event.currentTarget.value })}
      />
      {step.do === 'SCHEDULE_CALLBACK' && <Due {...form} step={step} />}
      {step.do === 'NOTIFY_TEAM_MEMBER' && <Told {...form} step={step} error={wrong('no-such-staff')} />}
    </>
  );
};

const Due = ({ step, faults, definition, onChange }: FormOf<Callback>) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  const { due, ...atOnce } = step;
  return (
    <div className={classes.group}>
      <Switch
        label={t('task.later')}
        checked={due !== undefined}
        onChange={(event) =>
          onChange(
            event.currentTarget.checked
              ? { ...step, due: { until: 'business-day', count: 1, at: '09:00' } }
              : atOnce,
          )
        }
      />
      {due !== undefined && (
        <MomentFields
          label={t('task.due')}
          value={due}
          aboutAppointment={isAboutAppointments(definition)}
          error={wrong('no-appointment')}
          spanError={wrong('no-span')}
          onChange={(moment) => onChange({ ...step, due: moment })}
        />
      )}
    </div>
  );
};

const Told = ({ step, clinic, error, onChange }: FormOf<Notify> & { error: string | undefined }) => {
  const { t } = useTranslation('stepForms');
  const { data = [] } = useQuery(staffQuery(clinic.id));
  const { staffId, ...everybodyTold } = step;
  const gone =
    staffId !== undefined && !data.some(({ id }) => id === staffId)
      ? [{ value: staffId, label: t('task.notInTeam') }]
      : [];
  return (
    <Select
      label={t('task.who')}
      placeholder={t('task.everybody')}
      searchable
      clearable
      data={[...data.map(({ id, name }) => ({ value: id, label: name })), ...gone]}
      value={staffId ?? null}
      error={error}
      onChange={(id) => onChange(id === null ? everybodyTold : { ...step, staffId: id })}
    />
  );
};
