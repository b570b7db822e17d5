import { useTranslation } from 'react-i18next';

/** Words for the area of a scope; one that is newer than this page is shown as it is. */
export const useAreaWords = (): ((area: string) => string) => {
  const { t, i18n } = useTranslation('access');
  return (area) =>
    i18n.exists(`areas.${area}`, { ns: 'access' }) ? t(`areas.${area}` as 'areas.calls') : area;
};

/** `calls:read` as “Calls: read”. */
export const useScopeWords = (): ((scope: string) => string) => {
  const { t } = useTranslation('access');
  const areaWords = useAreaWords();
  return (scope) => {
    const [name = '', right] = scope.split(':');
    const area = areaWords(name);
    return right === 'write' ? t('keys.mayWrite', { area }) : t('keys.mayRead', { area });
  };
};
