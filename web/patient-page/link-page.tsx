import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FoundLink } from '../../src/patient-page/rules/found-link.ts';
import { Problem } from '../platform/problem.ts';
import { request } from '../platform/request.ts';
import { NoticePage } from './notice-page.tsx';
import { PatientPage } from './patient-page.tsx';
import { UnsubscribePage } from './unsubscribe-page.tsx';
import { guessLanguage, LanguageContext } from './words.ts';

/** Asks what the link opens, and shows that in the language it was written in. */
export const LinkPage = ({ path }: { path: string }) => {
  const found = useQuery({ queryKey: [path], queryFn: () => request<FoundLink>(path) });
  const language = found.data?.language ?? guessLanguage();
  const clinic = found.data?.clinic;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = clinic ?? '…';
  }, [language, clinic]);
  const isOver = found.error instanceof Problem && found.error.status === 404;
  return (
    <LanguageContext value={language}>
      {found.data?.opens === 'page' && <PatientPage path={path} clinic={found.data.clinic} />}
      {found.data?.opens === 'unsubscribing' && <UnsubscribePage path={path} clinic={found.data.clinic} />}
      {found.data === undefined && found.isError && (
        <NoticePage why={isOver ? 'over' : 'away'} onAgain={() => void found.refetch()} />
      )}
    </LanguageContext>
  );
};
