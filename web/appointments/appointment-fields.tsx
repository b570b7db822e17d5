import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  AppointmentTypeView,
  PractitionerView,
} from '../../src/appointments/rules/appointment-views.ts';
import type { AppointmentDraft } from './appointment-draft.ts';
import classes from './appointment-panel.module.css';

interface AppointmentFieldsProps {
  draft: AppointmentDraft;
  practitioners: readonly PractitionerView[];
  types: readonly AppointmentTypeView[];
  onChange: (part: Partial<AppointmentDraft>) => void;
}

/** When, with whom, for what. A type brings its usual length. */
export const AppointmentFields = ({ draft, practitioners, types, onChange }: AppointmentFieldsProps) => {
  const { t } = useTranslation('calendar');
  const choose = (typeId: string | null): void => {
    const minutes = types.find(({ id }) => id === typeId)?.minutes;
    onChange({ typeId, ...(minutes === undefined ? {} : { minutes }) });
  };
  return (
    <>
      <Select
        label={t('practitioner')}
        data={practitioners
          .filter(({ id, archived }) => !archived || id === draft.practitionerId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.practitionerId}
        allowDeselect={false}
        onChange={(practitionerId) => practitionerId !== null && onChange({ practitionerId })}
      />
      {types.length > 0 && (
        <Select
          label={t('form.type')}
          placeholder={t('form.noType')}
          clearable
          data={types
            .filter(({ id, archived }) => !archived || id === draft.typeId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.typeId}
          onChange={choose}
        />
      )}
      <div className={classes.times}>
        <TextInput
          type="date"
          label={t('form.day')}
          value={draft.day}
          onChange={(event) => onChange({ day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('form.from')}
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <NumberInput
          label={t('form.minutes')}
          min={5}
          max={720}
          step={5}
          clampBehavior="blur"
          allowDecimal={false}
          value={draft.minutes}
          onChange={(minutes) => onChange({ minutes: Number(minutes) })}
        />
      </div>
      <TextInput
        label={t('form.reason')}
        placeholder={t('form.reasonHint')}
        maxLength={200}
        value={draft.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
    </>
  );
};
