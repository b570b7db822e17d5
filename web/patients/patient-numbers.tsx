import { ActionIcon } from '@mantine/core';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { useSoftphone } from '../softphone/softphone-context.ts';
import { useStartCall } from '../softphone/use-start-call.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import classes from './patient-facts.module.css';

interface PatientNumbersProps {
  patient: PatientView;
  clinic: MyClinic;
}

/** Every number with a button that calls it. A child without one is reached through its guardian. */
export const PatientNumbers = ({ patient, clinic }: PatientNumbersProps) => {
  const { t } = useTranslation('patients');
  const { format } = usePhoneNumbers();
  const { contactNumber: contact, phoneNumbers: numbers } = patient;
  const several = numbers.length > 1;
  return (
    <ul className={classes.numbers} aria-label={t('person.numbers')}>
      {numbers.map(({ number, kind, preferred, takesSms, unreachable }) => (
        <li key={number} data-off={unreachable}>
          <span className={classes.number}>
            {format(number)}
            <span className={classes.detail}>
              {[
                t(`phoneKinds.${kind}`),
                several && preferred ? t('person.preferred') : null,
                takesSms ? null : t('person.noSms'),
                unreachable ? t('person.unreachable') : null,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </span>
          {unreachable ? (
            <IconPhoneOff size={18} className={classes.quiet} aria-hidden />
          ) : (
            <CallNumber clinicId={clinic.id} number={number} />
          )}
        </li>
      ))}
      {contact !== null && contact.of !== null && (
        <li>
          <span className={classes.number}>
            {format(contact.number)}
            <span className={classes.detail}>
              <Link
                to="/clinics/$clinicId/patients/$patientId"
                params={{ clinicId: clinic.id, patientId: contact.of.id }}
                className={classes.link}
              >
                {t('via', { name: contact.of.name })}
              </Link>
            </span>
          </span>
          <CallNumber clinicId={clinic.id} number={contact.number} />
        </li>
      )}
      {numbers.length === 0 && contact === null && (
        <li className={classes.quiet}>
          {t('person.numbers')}: {t('person.noNumber')}
        </li>
      )}
    </ul>
  );
};

/** Not there for accounts without a softphone. */
const CallNumber = ({ clinicId, number }: { clinicId: string; number: string }) => {
  const { t } = useTranslation('patients');
  const { format } = usePhoneNumbers();
  const { device } = useSoftphone();
  const { start, possible, pending } = useStartCall(clinicId);
  if (device === null) return null;
  const label = t('person.callNumber', { number: format(number) });
  return (
    <ActionIcon
      variant="light"
      size={32}
      radius="xl"
      aria-label={label}
      title={label}
      disabled={!possible}
      loading={pending}
      onClick={() => start(number)}
    >
      <IconPhone size={17} aria-hidden />
    </ActionIcon>
  );
};
