import { IconCheck, IconEar, IconMailbox, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoicemailStatus, VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import { AudioPlayer } from './audio-player.tsx';
import { useVoicemailCommands } from './use-voicemail-commands.ts';
import { VoicemailActions } from './voicemail-actions.tsx';
import classes from './voicemail-row.module.css';
import { audioPath } from './voicemail.query.ts';

const faces: Record<VoicemailStatus, { tone: Tone; icon: ReactNode }> = {
  new: { tone: 'blue', icon: <IconMailbox /> },
  heard: { tone: 'amber', icon: <IconEar /> },
  done: { tone: 'grey', icon: <IconCheck /> },
};

interface VoicemailRowProps {
  voicemail: VoicemailView;
  clinic: MyClinic;
}

/** One message with everything that is done with it: no second place to open. */
export const VoicemailRow = ({ voicemail, clinic }: VoicemailRowProps) => {
  const { t } = useTranslation('voicemail');
  const { format } = usePhoneNumbers();
  const commands = useVoicemailCommands(clinic.id, voicemail);
  const number = voicemail.from === 'anonymous' ? t('anonymous') : format(voicemail.from);
  const name = voicemail.caller.name ?? number;
  const face = faces[voicemail.status];
  return (
    <article
      className={classes.row}
      data-testid={`voicemail-${voicemail.id}`}
      data-status={voicemail.status}
      aria-label={t('from', { name })}
    >
      <header className={classes.head}>
        <p className={classes.name}>{name}</p>
        <StatusLabel tone={face.tone} icon={face.icon}>
          {t(`statuses.${voicemail.status}`)}
        </StatusLabel>
        {voicemail.assignedTo !== null && (
          <StatusLabel tone="grey" icon={<IconUser />}>
            {voicemail.assignedTo.name}
          </StatusLabel>
        )}
        <span className={classes.when}>
          <MomentText at={voicemail.receivedAt} timeZone={clinic.timeZone} />
        </span>
      </header>
      <p className={classes.sub}>
        {[voicemail.department?.name, name === number ? null : number].filter(Boolean).join(' · ')}
      </p>
      <Transcript voicemail={voicemail} />
      <div className={classes.tools}>
        <Sound
          voicemail={voicemail}
          clinicId={clinic.id}
          onPlayed={clinic.role === 'readonly' ? null : commands.markHeard}
        />
        <VoicemailActions voicemail={voicemail} clinic={clinic} name={name} commands={commands} />
      </div>
    </article>
  );
};

const Transcript = ({ voicemail }: { voicemail: VoicemailView }) => {
  const { t } = useTranslation('voicemail');
  if (voicemail.transcript !== null && voicemail.transcript !== '') {
    return (
      <p className={classes.transcript} lang={voicemail.language}>
        {voicemail.transcript}
      </p>
    );
  }
  if (voicemail.transcription === 'unavailable') return null;
  return <p className={classes.noTranscript}>{t(`transcription.${voicemail.transcription}`)}</p>;
};

interface SoundProps {
  voicemail: VoicemailView;
  clinicId: string;
  /** null: this account only reads, its listening counts for nobody. */
  onPlayed: (() => void) | null;
}

const Sound = ({ voicemail, clinicId, onPlayed }: SoundProps) => {
  const { t } = useTranslation('voicemail');
  if (voicemail.audio !== 'ready') {
    return <span className={classes.noTranscript}>{t(`audio.${voicemail.audio}`)}</span>;
  }
  return (
    <AudioPlayer
      source={audioPath(clinicId, voicemail.id)}
      seconds={voicemail.durationSeconds}
      onPlay={() => {
        if (voicemail.status === 'new') onPlayed?.();
      }}
    />
  );
};
