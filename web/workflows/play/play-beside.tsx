import { CloseButton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { usePreviewedPatient } from '../../templates/previewed-patient.ts';
import { useEditing } from '../editor/editing.ts';
import classes from '../editor/editor.module.css';
import { PlayPanel } from './lazy-play-panel.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/workflows/$workflowId/edit');

interface PlayBesideProps {
  ref?: Ref<HTMLElement>;
  onClose: () => void;
}

/** The draft as it stands in the editor, played beside its picture: the step that runs is the one that is chosen there. */
export const PlayBeside = ({ ref, onClose }: PlayBesideProps) => {
  const { t } = useTranslation('editor');
  const { clinic } = useCurrentClinic();
  const { workflowId } = route.useParams();
  const { definition, choose } = useEditing();
  const { patientId } = usePreviewedPatient();
  // Whoever the texts were shown for is played with, until somebody else is chosen here.
  const [who] = useState(() =>
    patientId === null ? null : { patientId, appointmentId: null, eventId: null },
  );
  return (
    <section ref={ref} className={classes.panel} aria-label={t('play')}>
      <header className={classes.panelHead}>
        <h2 className={classes.panelTitle}>{t('play')}</h2>
        <CloseButton size={36} aria-label={t('stopPlaying')} onClick={onClose} />
      </header>
      <div className={classes.form}>
        <PlayPanel
          clinic={clinic}
          workflowId={workflowId}
          definition={definition}
          who={who}
          onStep={(step) => {
            if (step !== null) choose(step);
          }}
        />
      </div>
    </section>
  );
};
