import { useTranslation } from 'react-i18next';

const text = (error: unknown, field: string): string => {
  const value: unknown = error !== null && typeof error === 'object' ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Words for a failed request: by its stable code, else by its status, else one sentence for everything. */
export const useProblemWords = (): ((error: unknown) => string) => {
  const { t, i18n } = useTranslation('problems');
  return (error) => {
    for (const key of [text(error, 'code'), `http-${text(error, 'status')}`]) {
      if (key !== '' && i18n.exists(key, { ns: 'problems' })) return t(key as 'unreachable');
    }
    return t('unknown');
  };
};
