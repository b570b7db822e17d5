import { ActionIcon } from '@mantine/core';
import { IconMicrophone, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { clinicPath } from '../../platform/request.ts';
import { formatDuration } from '../../ui/duration.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { useEditing } from '../editing.ts';
import classes from './greetings-part.module.css';

interface KeptRecordingProps {
  id: string;
  name: string;
  onRemove: () => void;
}

/** A recording that is played instead of the text. */
export const KeptRecording = ({ id, name, onRemove }: KeptRecordingProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { directory, mayChange } = useEditing();
  const kept = directory.recordings.find((each) => each.id === id);
  return (
    <div className={classes.recording}>
      <IconMicrophone size={16} aria-hidden />
      <span>
        {t('recording.kept')}
        {kept !== undefined && (
          <>
            {' '}
            {formatDuration(kept.seconds)}, <MomentText at={kept.recordedAt} timeZone={clinic.timeZone} />
          </>
        )}
      </span>
      <audio
        className={classes.player}
        controls
        preload="none"
        aria-label={t('recording.playOf', { name })}
        src={clinicPath(clinic.id, `routing/greetings/${id}/audio`)}
      />
      {mayChange && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('recording.remove', { name })}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
};
