import { useTranslation } from 'react-i18next';
import type { Faults } from './draft-faults.ts';

/** What is wrong with a field, or nothing. */
export const useFaultWords = (faults: Faults): ((place: string) => string | undefined) => {
  const { t } = useTranslation('patients');
  return (place) => {
    const fault = faults[place];
    return fault === undefined ? undefined : t(`form.${fault}`);
  };
};
