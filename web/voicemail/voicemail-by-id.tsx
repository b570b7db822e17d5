import { useQuery } from '@tanstack/react-query';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { VoicemailRow } from './voicemail-row.tsx';
import { voicemailQuery } from './voicemail.query.ts';

export const VoicemailById = ({ clinicId, voicemailId }: { clinicId: string; voicemailId: string }) => {
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(voicemailQuery(clinicId, voicemailId));
  if (data !== undefined) return <VoicemailRow voicemail={data} clinic={clinic} />;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <RowsSkeleton rows={2} />;
};
