import { useTranslation } from 'react-i18next';

/** Words for an outcome or status; a code that is newer than this page is shown as it is. */
export const useOutcomeWords = (): ((code: string) => string) => {
  const { t, i18n } = useTranslation('calls');
  return (code) => {
    for (const list of ['outcomes', 'statuses'] as const) {
      if (i18n.exists(`${list}.${code}`, { ns: 'calls' })) return t(`${list}.${code}` as 'outcomes.answered');
    }
    return code;
  };
};
