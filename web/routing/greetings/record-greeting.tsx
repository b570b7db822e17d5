import { Button } from '@mantine/core';
import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../src/clinics/rules/language.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { draftQuery } from '../routing.query.ts';
import classes from './greetings-part.module.css';
import { longestSeconds } from './recorder.ts';
import { uploadGreeting } from './upload-greeting.ts';
import { useRecorder } from './use-recorder.ts';

interface RecordGreetingProps {
  name: string;
  language: Language;
  /** the words that the person means to say */
  transcript: string;
  onKept: (id: string) => void;
  onClose: () => void;
}

/** Records a greeting with the microphone; it is heard before it is taken. */
export const RecordGreeting = ({ name, language, transcript, onKept, onClose }: RecordGreetingProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const { state, start, stop, forget } = useRecorder();
  const upload = useMutation({
    mutationFn: (file: Blob) => uploadGreeting(clinic.id, { file, language, transcript }),
    onSuccess: (id) => {
      onKept(id);
      return queries.invalidateQueries({ queryKey: draftQuery(clinic.id).queryKey });
    },
  });
  const close = (label: string) => (
    <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
      {label}
    </Button>
  );
  return (
    <div className={classes.recorder} role="group" aria-label={`${t('recording.record')}: ${name}`}>
      <p className={classes.script}>
        {t('recording.say')} <q lang={language}>{transcript}</q>
      </p>
      {state.at === 'refused' && <p role="alert">{t('recording.refused')}</p>}
      {upload.isError && <ProblemNotice error={upload.error} />}
      <div className={classes.recorderTools}>
        {(state.at === 'idle' || state.at === 'refused') && (
          <Button size="xs" autoFocus leftSection={<IconMicrophone size={16} aria-hidden />} onClick={start}>
            {t('recording.start')}
          </Button>
        )}
        {state.at === 'recording' && (
          <>
            <Button
              size="xs"
              color="red"
              autoFocus
              leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
              onClick={stop}
            >
              {t('recording.stop')}
            </Button>
            <meter className={classes.meter} aria-label={t('recording.level')} value={state.level} />
            <span>
              {formatDuration(state.seconds)} / {formatDuration(longestSeconds)}
            </span>
          </>
        )}
        {state.at === 'working' && <span role="status">{t('recording.working')}</span>}
        {state.at === 'recorded' && (
          <>
            <audio
              className={classes.player}
              controls
              src={state.source}
              aria-label={t('recording.playOf', { name })}
            />
            <Button size="xs" loading={upload.isPending} onClick={() => upload.mutate(state.file)}>
              {t('recording.keep')}
            </Button>
            <Button size="xs" variant="default" onClick={forget}>
              {t('recording.again')}
            </Button>
          </>
        )}
        {close(t('recording.cancel'))}
      </div>
    </div>
  );
};
