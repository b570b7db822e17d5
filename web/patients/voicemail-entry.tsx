import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../src/timeline/rules/timeline-view.ts';
import { formatDuration } from '../ui/duration.ts';
import { VoicemailById } from '../voicemail/voicemail-by-id.tsx';
import { Opened } from './opened.tsx';
import classes from './timeline.module.css';

interface VoicemailEntryProps {
  entry: Extract<TimelineEntry, { kind: 'voicemail' }>;
  clinicId: string;
}

/** A message, with its player and everything that is done with it underneath. */
export const VoicemailEntry = ({ entry, clinicId }: VoicemailEntryProps) => {
  const { t } = useTranslation(['patients', 'voicemail']);
  const details = [
    t(`voicemail:statuses.${entry.status}`),
    entry.department,
    formatDuration(entry.durationSeconds),
  ].filter((part) => part !== null);
  return (
    <Opened
      head={
        <span>
          {t('patients:timeline.voicemail')} <span className={classes.quiet}>· {details.join(' · ')}</span>
        </span>
      }
    >
      <VoicemailById clinicId={clinicId} voicemailId={entry.voicemailId} />
    </Opened>
  );
};
