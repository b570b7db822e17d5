import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { Problem } from '../platform/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { VoicemailRow } from './voicemail-row.tsx';
import { voicemailQuery } from './voicemail.query.ts';

export const VoicemailById = ({ clinicId, voicemailId }: { clinicId: string; voicemailId: string }) => {
  const { t } = useTranslation('voicemail');
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(voicemailQuery(clinicId, voicemailId));
  if (error instanceof Problem && error.code === 'not-found') {
    return (
      <EmptyState icon={<IconTrash />} title={t('gone')}>
        {t('goneText')}
      </EmptyState>
    );
  }
  if (data !== undefined) return <VoicemailRow voicemail={data} clinic={clinic} />;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <RowsSkeleton rows={2} />;
};
