import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../src/care/rules/care-views.ts';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export const NameField = ({ onChange, ...field }: TextFieldProps & { placeholder: string }) => (
  <TextInput
    {...field}
    required
    autoFocus
    maxLength={200}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

/** Where the plan is to be seen, or the amount to be paid. */
export const LinkField = ({ onChange, ...field }: TextFieldProps) => {
  const { t } = useTranslation('care');
  return (
    <TextInput
      {...field}
      type="url"
      description={t('linkHint')}
      maxLength={500}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

interface PlanFieldProps {
  plans: readonly PlanView[];
  value: string | null;
  onChange: (planId: string | null) => void;
}

/** Which plan it is part of. Nobody is asked where there is none. */
export const PlanField = ({ plans, value, onChange }: PlanFieldProps) => {
  const { t } = useTranslation('care');
  if (plans.length === 0) return null;
  return (
    <Select
      label={t('ofPlan')}
      clearable
      data={plans.map((plan) => ({ value: plan.id, label: plan.name }))}
      value={value}
      onChange={onChange}
    />
  );
};
