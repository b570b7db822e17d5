import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../src/timeline/rules/timeline-view.ts';
import { Why } from '../consent/why.tsx';
import { useOriginWords } from './use-origin-words.ts';

interface MessageEntryProps {
  entry: Extract<TimelineEntry, { kind: 'message' }>;
  clinicId: string;
}

/** A message in a person's story, with the way to its conversation. */
export const MessageEntry = ({ entry, clinicId }: MessageEntryProps) => {
  const { t } = useTranslation('messages');
  const origin = useOriginWords()(entry);
  const { direction, channel, status, text, conversationId, decisionId } = entry;
  const details = [
    t(`channels.${channel}`),
    ...(direction === 'outbound' ? [t(`statuses.${status}`)] : []),
    ...(origin === null ? [] : [origin]),
  ];
  return (
    <div>
      <div>
        {t(`story.${direction}`)}
        {conversationId !== null && (
          <>
            {' · '}
            <Anchor
              inherit
              underline="always"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/clinics/$clinicId/messages"
                  params={{ clinicId }}
                  search={{ show: 'all', with: conversationId }}
                />
              )}
            >
              {t('story.open')}
            </Anchor>
          </>
        )}
      </div>
      <div>{text ?? t(status === 'waiting' ? 'notWritten' : 'neverWritten')}</div>
      <small>{details.join(' · ')}</small>
      {decisionId !== null && <Why decisionId={decisionId} />}
    </div>
  );
};
