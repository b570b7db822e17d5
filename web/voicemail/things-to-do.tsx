import { Anchor } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { messagesIn } from './messages-in.ts';
import { voicemailsQuery } from './voicemail.query.ts';

const VoicemailRow = lazy(async () => ({ default: (await import('./voicemail-row.tsx')).VoicemailRow }));

/** Messages that still want something: unheard ones, and those that were heard and are not done. */
export const ThingsToDo = ({ clinicId }: { clinicId: string }) => {
  const { t } = useTranslation('voicemail');
  const { clinic } = useCurrentClinic();
  // One list: a message that becomes "heard" while it plays stays where it is, and goes on playing.
  const open = useQuery(voicemailsQuery(clinicId, { status: 'open' }));
  const messages = messagesIn('todo', open.data?.items ?? []);
  const { error, isPending: waiting } = open;
  const more = open.data?.nextCursor != null;
  return (
    <Panel title={t('todo')} count={messages.length}>
      {error !== null && <ProblemNotice error={error} />}
      {waiting && error === null && <RowsSkeleton rows={6} />}
      {!waiting && messages.length === 0 && (
        <EmptyState icon={<IconMoodSmile />} title={t('nothingToDo')}>
          {t('nothingToDoText')}
        </EmptyState>
      )}
      {messages.length > 0 && (
        <Suspense fallback={<RowsSkeleton rows={messages.length} />}>
          {messages.map((voicemail) => (
            <VoicemailRow key={voicemail.id} voicemail={voicemail} clinic={clinic} />
          ))}
        </Suspense>
      )}
      {more && (
        <Anchor
          display="block"
          p="md"
          renderRoot={(props) => <Link {...props} to="/clinics/$clinicId/voicemail" params={{ clinicId }} />}
        >
          {t('all')}
        </Anchor>
      )}
    </Panel>
  );
};
