import { IconArchive, IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PatientListItem } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { plainDate } from '../ui/moment.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { ageOn } from './age.ts';
import { Balance } from './balance.tsx';
import { useFamilyHint } from './family-hint.ts';
import rowLink from '../ui/row-link.module.css';
import classes from './patient-list.module.css';

interface PatientRowProps {
  patient: PatientListItem;
  /** its place in the whole list, from 0 */
  index: number;
  top: number;
  height: number;
  clinic: MyClinic;
  today: string;
}

/** The link in the first cell covers the row: one click anywhere, one stop for the keyboard. */
export const PatientRow = ({ patient, index, top, height, clinic, today }: PatientRowProps) => {
  const { t, i18n } = useTranslation(['patients', 'softphone']);
  const { format } = usePhoneNumbers();
  const hint = useFamilyHint(patient);
  const { contactNumber: contact, nextAppointment: next, birthDate } = patient;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <span role="cell" data-column="name">
        <Link
          to="/clinics/$clinicId/patients/$patientId"
          params={{ clinicId: clinic.id, patientId: patient.id }}
          className={rowLink.link}
          data-person={index}
        >
          {patient.name}
        </Link>
        {patient.vip && (
          <IconStarFilled size={13} className={classes.star} role="img" aria-label={t('patients:vip')} />
        )}
        {patient.archived && (
          <IconArchive size={14} className={classes.quiet} role="img" aria-label={t('patients:archived')} />
        )}
        {hint !== null && <span className={classes.hint}>{hint}</span>}
      </span>
      <span role="cell" data-column="birthDate">
        {birthDate !== null && (
          <>
            {plainDate(birthDate, i18n.language)}
            <span className={classes.quiet}> · {ageOn(birthDate, today)}</span>
          </>
        )}
      </span>
      <span role="cell" data-column="number">
        {contact !== null && format(contact.number)}
        {contact !== null && contact.of !== null && (
          <span className={classes.quiet}> {t('patients:via', { name: contact.of.name })}</span>
        )}
      </span>
      <span role="cell" data-column="language">
        {patient.language !== null && t(`softphone:languages.${patient.language}`)}
      </span>
      <span role="cell" data-column="nextAppointment">
        {next !== null && <MomentText at={next.startsAt} timeZone={clinic.timeZone} words="calendar" />}
      </span>
      <span role="cell" data-column="balance">
        {patient.balance.cents !== 0 && <Balance balance={patient.balance} />}
      </span>
    </div>
  );
};
