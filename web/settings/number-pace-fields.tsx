import { useTranslation } from 'react-i18next';
import type { ContactSettingsView, NumberPace } from '../../src/settings/rules/contact-settings.ts';
import { DecimalField } from '../ui/decimal-field.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import section from '../ui/section.module.css';
import classes from './section-form.module.css';

interface NumberPaceFieldsProps {
  number: ContactSettingsView['numbers'][number];
  readOnly: boolean;
  onChange: (part: Partial<NumberPace>) => void;
}

type Field = Exclude<keyof NumberPace, 'phoneNumber'>;
const fields: readonly { name: Field; most: number; optional: boolean }[] = [
  { name: 'messagesPerMinute', most: 100_000, optional: false },
  { name: 'messagesPerDay', most: 1_000_000, optional: true },
  { name: 'callsPerMinute', most: 6000, optional: false },
  { name: 'callsPerDay', most: 1_000_000, optional: true },
  { name: 'callsAtOnce', most: 500, optional: false },
];

/** How fast one number writes and calls by itself. */
export const NumberPaceFields = ({ number, readOnly, onChange }: NumberPaceFieldsProps) => {
  const { t } = useTranslation('settings');
  const { format } = usePhoneNumbers();
  const shown = format(number.phoneNumber);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        {shown}
        {number.label !== '' && <span className={classes.label}>{number.label}</span>}
      </legend>
      <div className={section.fields}>
        {fields.map(({ name, most, optional }) => (
          <DecimalField
            key={name}
            label={t(`contact.${name}`)}
            placeholder={optional ? t('contact.noLimit') : ''}
            required={!optional}
            withAsterisk={false}
            readOnly={readOnly}
            allowDecimal={false}
            allowNegative={false}
            min={1}
            max={most}
            value={number[name] ?? ''}
            onChange={(value) => onChange({ [name]: value === '' ? null : Number(value) })}
          />
        ))}
      </div>
    </fieldset>
  );
};
