import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RehearsedDeed, RehearsedRow } from '../../../src/workflows/rules/play/rehearsal-views.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import rowLink from '../../ui/row-link.module.css';
import classes from './rehearsal.module.css';

interface RehearsalRowProps {
  row: RehearsedRow;
  clinic: MyClinic;
  workflowId: string;
}

/** One event: who it was about, and what would have been done, with a way to play it. */
export const RehearsalRow = ({ row, clinic, workflowId }: RehearsalRowProps) => {
  const { t } = useTranslation(['play', 'workflows']);
  const { event, patient, appointmentId, comesIn, underWay, deeds } = row;
  const nothing = !comesIn
    ? t('rehearsal.keptOut')
    : underWay
      ? t('rehearsal.notYet')
      : t('rehearsal.nothing');
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        {patient === null ? (
          <strong>{t('workflows:somebody')}</strong>
        ) : (
          <Link
            className={rowLink.link}
            to="/clinics/$clinicId/workflows/$workflowId/play"
            params={{ clinicId: clinic.id, workflowId }}
            search={{
              patient: patient.id,
              at: event.at,
              ...(event.kind === null ? {} : { kind: event.kind }),
              ...(event.id === null ? {} : { event: event.id }),
              ...(appointmentId === null ? {} : { appointment: appointmentId }),
            }}
          >
            {patient.name}
          </Link>
        )}
        <span className={classes.quiet}>
          <MomentText at={event.at} timeZone={clinic.timeZone} words="calendar" />
          {event.kind !== null && ` · ${t(`workflows:events.${event.kind}`)}`}
        </span>
      </div>
      <div className={classes.deeds}>
        {deeds.length === 0 && <span className={classes.quiet}>{nothing}</span>}
        {deeds.map((deed) => (
          <Deed key={`${deed.at} ${deed.step} ${deed.by}`} deed={deed} timeZone={clinic.timeZone} />
        ))}
        {underWay && deeds.length > 0 && <span className={classes.quiet}>{t('rehearsal.underWay')}</span>}
      </div>
    </li>
  );
};

const Deed = ({ deed, timeZone }: { deed: RehearsedDeed; timeZone: string }) => {
  const { t } = useTranslation('play');
  const reasonWords = useReasonWords();
  const { at, by, outcome, reason, until } = deed;
  return (
    <span className={classes.deed} data-outcome={outcome}>
      <strong>{by === 'task' ? t('rehearsal.task') : t(`contact.${by}`)}</strong>{' '}
      {until === null ? (
        <MomentText at={at} timeZone={timeZone} words="calendar" />
      ) : (
        <>
          {t('rehearsal.waits')} <MomentText at={until} timeZone={timeZone} words="within" />
        </>
      )}
      {reason !== null && ` · ${t(`rehearsal.outcome.${outcome}`, { reason: reasonWords(reason) })}`}
    </span>
  );
};
