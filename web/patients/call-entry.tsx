import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../src/timeline/rules/timeline-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { callStoryQuery } from '../calls/calls.query.ts';
import { useOutcomeWords } from '../calls/outcome-words.ts';
import { StorySteps } from '../calls/story-steps.tsx';
import { formatDuration } from '../ui/duration.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { Opened } from './opened.tsx';
import classes from './timeline.module.css';

interface CallEntryProps {
  entry: Extract<TimelineEntry, { kind: 'call' }>;
  clinic: MyClinic;
}

/** How a call went, in a line; every step of it underneath. */
export const CallEntry = ({ entry, clinic }: CallEntryProps) => {
  const { t } = useTranslation('patients');
  const outcome = useOutcomeWords();
  const { format } = usePhoneNumbers();
  const details = [
    entry.outcome === null ? null : outcome(entry.outcome),
    entry.answeredBy === null ? null : t('timeline.callBy', { name: entry.answeredBy }),
    entry.department,
    entry.durationSeconds === null || entry.durationSeconds === 0
      ? null
      : formatDuration(entry.durationSeconds),
    entry.number === 'anonymous' ? null : format(entry.number),
  ].filter((part) => part !== null);
  return (
    <Opened
      head={
        <span>
          {t(entry.direction === 'inbound' ? 'timeline.callIn' : 'timeline.callOut')}{' '}
          <span className={classes.quiet}>· {details.join(' · ')}</span>
        </span>
      }
    >
      <CallDetails callId={entry.callId} clinic={clinic} />
    </Opened>
  );
};

const CallDetails = ({ callId, clinic }: { callId: string; clinic: MyClinic }) => {
  const { t } = useTranslation('patients');
  const { data, error, refetch } = useQuery(callStoryQuery(clinic.id, callId));
  return (
    <>
      {error !== null && data === undefined && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <RowsSkeleton rows={3} />}
      {data !== undefined && <StorySteps steps={data.steps} clinic={clinic} />}
      <Anchor
        size="sm"
        px={16}
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/calls/$callId" params={{ clinicId: clinic.id, callId }} />
        )}
      >
        {t('timeline.openCall')}
      </Anchor>
    </>
  );
};
