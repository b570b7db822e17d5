import { useTranslation } from 'react-i18next';

/** Words for an action; one that is newer than this page is shown as it is. */
export const useActionWords = (): ((action: string) => string) => {
  const { t, i18n } = useTranslation('audit');
  return (action) =>
    i18n.exists(`actions.${action}`, { ns: 'audit' })
      ? t(`actions.${action}` as 'actions.call.ended')
      : action;
};

/** `name: value` of an entry's detail, in the words of the page where it has some. */
export const useDetailWords = (): ((name: string, value: unknown) => string) => {
  const { t, i18n } = useTranslation('audit');
  return (name, value) => {
    const label = i18n.exists(`details.${name}`, { ns: 'audit' })
      ? t(`details.${name}` as 'details.number')
      : name;
    const shown = typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value);
    return `${label}: ${shown}`;
  };
};
