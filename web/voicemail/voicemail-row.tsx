import { IconCheck, IconEar, IconMailbox, IconTrash, IconUrgent, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoicemailStatus, VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import { absolute, dayOf, plainDate } from '../ui/moment.ts';
import { AudioPlayer } from './audio-player.tsx';
import { BinActions } from './bin-actions.tsx';
import { Transcript } from './transcript.tsx';
import { useVoicemailCommands } from './use-voicemail-commands.ts';
import { VoicemailActions } from './voicemail-actions.tsx';
import classes from './voicemail-row.module.css';
import { audioPath } from './voicemail.query.ts';

const faces: Record<VoicemailStatus | 'deleted', { tone: Tone; icon: ReactNode }> = {
  new: { tone: 'blue', icon: <IconMailbox /> },
  heard: { tone: 'amber', icon: <IconEar /> },
  done: { tone: 'grey', icon: <IconCheck /> },
  deleted: { tone: 'red', icon: <IconTrash /> },
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
  const state = voicemail.deleted === null ? voicemail.status : 'deleted';
  const face = faces[state];
  const about = [voicemail.department?.name, name === number ? null : number].filter(Boolean).join(' · ');
  return (
    <article
      className={classes.row}
      data-testid={`voicemail-${voicemail.id}`}
      data-status={state}
      aria-label={t('from', { name })}
    >
      <header className={classes.head}>
        <p className={classes.name}>{name}</p>
        {voicemail.emergency && (
          <StatusLabel tone="red" icon={<IconUrgent />}>
            {t('emergency')}
          </StatusLabel>
        )}
        <StatusLabel tone={face.tone} icon={face.icon}>
          {t(`statuses.${state}`)}
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
        {about !== '' && <span>{about}</span>}
        <Kept voicemail={voicemail} timeZone={clinic.timeZone} />
      </p>
      <Transcript voicemail={voicemail} clinic={clinic} />
      <div className={classes.tools}>
        <Sound
          voicemail={voicemail}
          clinicId={clinic.id}
          onPlayed={clinic.role === 'readonly' || state !== 'new' ? null : commands.markHeard}
        />
        {voicemail.deleted === null ? (
          <VoicemailActions voicemail={voicemail} clinic={clinic} name={name} commands={commands} />
        ) : (
          clinic.role !== 'readonly' && <BinActions name={name} commands={commands} />
        )}
      </div>
    </article>
  );
};

/** How long a message stays is no secret: whoever has to note something down does it in time. */
const Kept = ({ voicemail, timeZone }: { voicemail: VoicemailView; timeZone: string }) => {
  const { t, i18n } = useTranslation('voicemail');
  const { deleted, keptUntil } = voicemail;
  const date = plainDate(dayOf(Date.parse(keptUntil), timeZone), i18n.language);
  return (
    <span className={classes.kept} title={absolute(keptUntil, i18n.language, timeZone)}>
      {deleted === null ? (
        t('keptUntil', { date })
      ) : (
        <>
          {t(deleted.by === null ? 'deletedOnce' : 'deletedBy', { name: deleted.by })}{' '}
          <MomentText at={keptUntil} timeZone={timeZone} words="within" />
        </>
      )}
    </span>
  );
};

interface SoundProps {
  voicemail: VoicemailView;
  clinicId: string;
  /** null: listening changes nothing, because somebody has done so or this account only reads. */
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
      onPlay={() => onPlayed?.()}
    />
  );
};
