import { useTranslation } from 'react-i18next';

/** A reason in words. A name that a manager gave (a branch, an event) stands as it is. */
export const useReasonWords = (): ((reason: string) => string) => {
  const { t, i18n } = useTranslation('workflows');
  return (reason) => {
    if (i18n.exists(`reasons.${reason}`, { ns: 'workflows' })) return t(`reasons.${reason}` as 'reasons.yes');
    return i18n.exists(`events.${reason}`, { ns: 'workflows' })
      ? t(`events.${reason}` as 'events.BIRTHDAY')
      : reason;
  };
};
