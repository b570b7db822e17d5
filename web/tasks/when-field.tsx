import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './task-row.module.css';
import { whens, type ChosenTime, type When } from './when.ts';

const words = {
  none: 'write.noTime',
  soon: 'write.soon',
  today: 'write.today',
  tomorrow: 'write.tomorrow',
  week: 'write.week',
  own: 'write.ownTime',
} as const satisfies Record<When, string>;

interface WhenFieldProps {
  value: ChosenTime;
  onChange: (value: ChosenTime) => void;
}

/** When something is due: what is usual with one choice, anything else with a day and a time. */
export const WhenField = ({ value, onChange }: WhenFieldProps) => {
  const { t } = useTranslation('tasks');
  return (
    <>
      <Select
        label={t('write.due')}
        allowDeselect={false}
        data={whens.map((when) => ({ value: when, label: t(words[when]) }))}
        value={value.when}
        onChange={(when) => onChange({ ...value, when: when ?? 'none' })}
      />
      {value.when === 'own' && (
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={t('write.day')}
            required
            value={value.day}
            onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('write.time')}
            required
            value={value.time}
            onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
};
