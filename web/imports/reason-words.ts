import { useTranslation } from 'react-i18next';
import type { Fault } from '../../src/imports/rules/reasons.ts';

/** "Birth date: not a date", in the language of the page. */
export const useReasonWords = (): ((fault: Fault) => string) => {
  const { t, i18n } = useTranslation('imports');
  return ({ code, field }) => {
    const reason = t(`reasons.${code}`);
    const known = field !== null && i18n.exists(`fields.${field}`, { ns: 'imports' });
    return known ? `${t(`fields.${field as 'ignore'}`)}: ${reason}` : reason;
  };
};
