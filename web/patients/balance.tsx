import { useTranslation } from 'react-i18next';
import type { PatientListItem } from '../../src/patients/rules/patient-views.ts';
import { money } from '../ui/money.ts';

/** What they owe as an amount; what they have paid too much says so in words. */
export const Balance = ({ balance: { cents, currency } }: { balance: PatientListItem['balance'] }) => {
  const { t, i18n } = useTranslation('patients');
  const amount = money(Math.abs(cents), currency, i18n.language);
  return cents < 0 ? t('credit', { amount }) : amount;
};
