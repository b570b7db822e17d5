import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { adviceOn, type Advice } from '../../../src/workflows/rules/advice/advice.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { clinicSettingsQuery } from '../../settings/clinic-settings.query.ts';

const none: readonly ('en' | 'de')[] = [];

/** What is worth another look in the draft, as it is written. */
export const useAdvice = (clinicId: string, draft: Definition): Advice[] => {
  const { data } = useQuery(clinicSettingsQuery(clinicId));
  const languages = data?.languages ?? none;
  const settled = useDeferredValue(draft);
  return useMemo(() => adviceOn(settled, languages), [settled, languages]);
};

export const useAdviceWords = (): ((advice: Advice) => string) => {
  const { t } = useTranslation(['editor', 'templates']);
  return ({ code, detail }) => {
    if (code === 'one-language')
      return t('advice.one-language', {
        language: t(`templates:languages.${detail === 'de' ? 'de' : 'en'}`),
      });
    if (code === 'never-reached')
      return detail === undefined
        ? t('advice.never-reached')
        : t('advice.way-never-reached', { way: detail });
    return t(`advice.${code}`, { detail: detail ?? '' });
  };
};
