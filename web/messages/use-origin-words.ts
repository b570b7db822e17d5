import { useTranslation } from 'react-i18next';

interface Origin {
  workflow: string | null;
  workflowVersion: number | null;
}

/** Which workflow wanted a message, and which of its versions; null: none. */
export const useOriginWords = (): ((origin: Origin) => string | null) => {
  const { t } = useTranslation('messages');
  return ({ workflow: name, workflowVersion: version }) => {
    if (name === null) return null;
    return version === null ? t('from', { name }) : t('fromVersion', { name, version });
  };
};
