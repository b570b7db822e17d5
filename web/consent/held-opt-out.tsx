import { useTranslation } from 'react-i18next';
import type { OptOutView } from '../../src/consent/rules/opt-out-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import classes from './consent-panel.module.css';
import { useContactWords, useMomentWords } from './contact-words.ts';
import { LiftOptOut } from './lift-opt-out.tsx';

interface HeldOptOutProps {
  optOut: OptOutView;
  clinic: MyClinic;
  patientId: string;
}

/** One no of a person, or of a number that they share. */
export const HeldOptOut = ({ optOut, clinic, patientId }: HeldOptOutProps) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const { day } = useMomentWords(clinic.timeZone);
  const { format } = usePhoneNumbers();
  const name = `${words.purpose(optOut.purpose)} · ${words.channel(optOut.channel)}`;
  const address = optOut.address?.startsWith('+') === true ? format(optOut.address) : optOut.address;
  const details = [
    day(optOut.since),
    t(`hows.${optOut.how}`),
    address,
    optOut.patient?.id === patientId ? null : t('person.shared'),
    optOut.note,
    optOut.recordedBy === null ? null : t('records.recordedBy', { name: optOut.recordedBy }),
  ].filter((part) => part !== null);
  return (
    <li className={classes.held}>
      <div className={classes.what}>
        <span className={classes.name}>{name}</span>
        <span className={classes.detail}>{details.join(' · ')}</span>
      </div>
      <LiftOptOut optOut={optOut} name={name} clinic={clinic} />
    </li>
  );
};
