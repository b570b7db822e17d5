import { useTranslation } from 'react-i18next';

/** Words for an action; one that is newer than this page is shown as it is. */
export const useActionWords = (): ((action: string) => string) => {
  const { t, i18n } = useTranslation('audit');
  return (action) =>
    i18n.exists(`actions.${action}`, { ns: 'audit' })
      ? t(`actions.${action}` as 'actions.call.ended')
      : action;
};
