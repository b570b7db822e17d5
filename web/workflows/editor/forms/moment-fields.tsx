import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../../../src/workflows/rules/moment.ts';
import { WholeNumberField } from '../../../ui/whole-number-field.tsx';
import classes from './forms.module.css';
import { asKind, momentKinds } from './moment-kinds.ts';
import { SpanFields } from './span-fields.tsx';
import { TimeField } from './time-field.tsx';

interface MomentFieldsProps {
  label: string;
  value: Moment;
  /** whether there is an appointment that it can hang on */
  aboutAppointment: boolean;
  /** of the kind: there is no appointment */
  error?: string | undefined;
  spanError?: string | undefined;
  onChange: (moment: Moment) => void;
}

/** Until when: a time from now, from the appointment, or of the calendar. */
export const MomentFields = (props: MomentFieldsProps) => {
  const { t } = useTranslation('stepForms');
  const { label, value, aboutAppointment, error, spanError, onChange } = props;
  const groups = Object.entries(momentKinds).map(([group, kinds]) => ({
    group: t(`moment.groups.${group as keyof typeof momentKinds}`),
    items: kinds.map((kind) => ({
      value: kind,
      label: t(`moment.kinds.${kind}`),
      disabled: group === 'appointment' && !aboutAppointment && kind !== value.until,
    })),
  }));
  return (
    <div className={classes.group}>
      <Select
        label={label}
        data={groups}
        value={value.until}
        allowDeselect={false}
        maxDropdownHeight={360}
        description={aboutAppointment ? undefined : t('moment.noAppointment')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={error}
        onChange={(kind) => kind !== null && onChange(asKind(kind, value))}
      />
      {'span' in value && (
        <SpanFields
          label={t(`moment.span.${value.until}`)}
          value={value.span}
          error={spanError}
          onChange={(span) => onChange({ ...value, span })}
        />
      )}
      <MomentTime value={value} onChange={onChange} />
    </div>
  );
};

type MomentTimeProps = Pick<MomentFieldsProps, 'value' | 'onChange'>;

const MomentTime = ({ value, onChange }: MomentTimeProps) => {
  const { t } = useTranslation('stepForms');
  if ('span' in value) {
    const { at: _, ...withoutTime } = value;
    return (
      <TimeField
        label={t('moment.atOptional')}
        description={t('moment.atEmpty')}
        value={value.at}
        onChange={(at) => onChange(at === undefined ? withoutTime : { ...value, at })}
      />
    );
  }
  return (
    <div className={classes.row}>
      {value.until === 'business-day' && (
        <WholeNumberField
          className={classes.grow}
          label={t('moment.workingDays')}
          min={1}
          max={60}
          value={value.count}
          onChange={(count) => onChange({ ...value, count })}
        />
      )}
      {value.until === 'birthday' && (
        <WholeNumberField
          className={classes.grow}
          label={t('moment.daysBefore')}
          min={0}
          max={60}
          value={value.daysBefore}
          onChange={(daysBefore) => onChange({ ...value, daysBefore })}
        />
      )}
      <TimeField
        label={t('moment.at')}
        value={value.at}
        onChange={(at) => at !== undefined && onChange({ ...value, at })}
      />
    </div>
  );
};
