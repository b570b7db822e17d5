import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chosenPurposeSchema } from '../../../../src/consent/rules/contact-request.ts';
import type { HeadFormOf } from './head-form-props.ts';

/** What its contacts are for, which decides whom it may reach. */
export const PurposeForm = ({ value, onChange }: Pick<HeadFormOf<'purpose'>, 'value' | 'onChange'>) => {
  const { t } = useTranslation(['stepForms', 'consent']);
  return (
    <Select
      label={t('purpose.label')}
      description={t(`purpose.says.${value}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={chosenPurposeSchema.options.map((each) => ({
        value: each,
        label: t(`consent:purposes.${each}`),
      }))}
      value={value}
      allowDeselect={false}
      onChange={(purpose) => purpose !== null && onChange(purpose)}
    />
  );
};
