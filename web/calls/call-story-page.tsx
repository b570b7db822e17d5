import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallStory } from '../../src/calls/rules/call-views.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { CallButton } from '../softphone/call-button.tsx';
import { PlanCallback } from '../tasks/plan-callback.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { VoicemailById } from '../voicemail/voicemail-by-id.tsx';
import { CallStatusLabel } from './call-status-label.tsx';
import classes from './call-story-page.module.css';
import { callStoryQuery } from './calls.query.ts';
import { EmergencyButton } from './emergency-button.tsx';
import { EmergencyLabel } from './emergency-label.tsx';
import { StoryDeeds } from './story-deeds.tsx';
import { StoryFacts } from './story-facts.tsx';
import { StoryNotes } from './story-notes.tsx';
import { StorySteps } from './story-steps.tsx';
import { StoryWebhooks } from './story-webhooks.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/calls/$callId');

/** One call from the first ring to the end, every step with its reason. */
export const CallStoryPage = () => {
  const { t } = useTranslation('calls');
  const { clinic } = useCurrentClinic();
  const { callId } = route.useParams();
  const story = useQuery(callStoryQuery(clinic.id, callId));
  return (
    <>
      <Anchor
        className={classes.back}
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/calls" params={{ clinicId: clinic.id }} />
        )}
      >
        <IconArrowLeft size={16} aria-hidden /> {t('story.back')}
      </Anchor>
      {story.isError && story.data === undefined && (
        <ProblemNotice error={story.error} onRetry={() => void story.refetch()} />
      )}
      {story.isPending && <RowsSkeleton rows={6} />}
      {story.data !== undefined && <Story story={story.data} />}
    </>
  );
};

const Story = ({ story }: { story: CallStory }) => {
  const { t } = useTranslation('calls');
  const { clinic } = useCurrentClinic();
  const { format } = usePhoneNumbers();
  const { call, caller } = story;
  const raw = call.direction === 'inbound' ? call.from : call.to;
  const number = raw === 'anonymous' ? t('live.anonymous') : format(raw);
  const name = caller.name ?? call.callerName ?? number;
  return (
    <>
      <PageHead title={name}>
        <EmergencyLabel emergency={call.emergency} how />
        <CallStatusLabel status={call.status} outcome={call.outcome} />
        <EmergencyButton call={call} clinic={clinic} />
        {raw !== 'anonymous' && call.status === 'ended' && (
          <CallButton clinicId={clinic.id} to={raw} name={name} />
        )}
      </PageHead>
      <div className={classes.columns}>
        <div className={classes.main}>
          {call.voicemailId !== null && (
            <Panel title={t('story.message')}>
              <VoicemailById clinicId={clinic.id} voicemailId={call.voicemailId} />
            </Panel>
          )}
          <PlanCallback callId={call.id} clinic={clinic} />
          <StoryNotes notes={story.notes} callId={call.id} clinic={clinic} />
          <Panel title={t('story.steps')}>
            {story.steps.length === 0 ? (
              <EmptyState icon={<IconArrowLeft />} title={t('story.noSteps')} />
            ) : (
              <StorySteps steps={story.steps} clinic={clinic} />
            )}
            <StoryWebhooks webhooks={story.webhooks} timeZone={clinic.timeZone} />
          </Panel>
          <StoryDeeds deeds={story.deeds} clinic={clinic} />
        </div>
        <StoryFacts story={story} clinic={clinic} />
      </div>
    </>
  );
};
