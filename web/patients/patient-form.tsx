import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import type { Faults } from './draft-faults.ts';
import type { PatientDraft } from './draft.ts';
import { AboutFields } from './about-fields.tsx';
import { AddressFields } from './address-fields.tsx';
import { EmailFields } from './email-fields.tsx';
import { NameFields } from './name-fields.tsx';
import classes from './patient-form.module.css';
import { PhoneFields } from './phone-fields.tsx';
import { PracticeFields } from './practice-fields.tsx';

export interface FieldsProps {
  draft: PatientDraft;
  clinic: MyClinic;
  faults: Faults;
  /** null: not known yet, the balance cannot be entered */
  currency: string | null;
  onChange: (part: Partial<PatientDraft>) => void;
}

const parts = [
  { name: 'name', fields: [NameFields] },
  { name: 'reach', fields: [PhoneFields, EmailFields] },
  { name: 'about', fields: [AboutFields] },
  { name: 'addressPart', fields: [AddressFields] },
  { name: 'inPractice', fields: [PracticeFields] },
] as const;

/** Everything that is kept about somebody; only a name is needed. */
export const PatientForm = (props: FieldsProps) => {
  const { t } = useTranslation('patients');
  return parts.map(({ name, fields }) => (
    <fieldset key={name} className={classes.part}>
      <legend className={classes.legend}>{t(`form.${name}`)}</legend>
      {fields.map((Fields, index) => (
        <Fields key={index} {...props} />
      ))}
    </fieldset>
  ));
};
