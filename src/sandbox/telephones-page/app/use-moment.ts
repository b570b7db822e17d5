import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Writes a moment (milliseconds since the epoch) in the page's language: today only the time. */
export function useMoment(): (at: number) => string {
  const { i18n } = useTranslation('telephones');
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
    const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    return (at) => (isToday(at) ? time : day).format(at);
  }, [i18n.language]);
}

const isToday = (at: number): boolean => new Date(at).toDateString() === new Date().toDateString();
