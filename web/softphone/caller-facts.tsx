import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveCall } from '../../src/calls/rules/call-views.ts';
import type { OpenPhase } from '../../src/care/rules/treatment-phase.ts';
import type { CallerView } from '../../src/patients/rules/caller-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { useOutcomeWords } from '../calls/outcome-words.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { money } from '../ui/money.ts';
import classes from './caller-facts.module.css';

/** Next appointment, balance, language and last calls: what one wants to know with the hand on the receiver. */
export const CallerFacts = ({ live, clinic }: { live: LiveCall; clinic: MyClinic }) => {
  const { t } = useTranslation('softphone');
  const { caller } = live;
  const language = caller.language ?? live.language;
  return (
    <dl className={classes.facts}>
      <Fact name={t('nextAppointment')}>
        <NextAppointment appointment={caller.nextAppointment} timeZone={clinic.timeZone} />
      </Fact>
      {caller.balance !== null && (
        <Fact name={t('balance')}>
          <Balance balance={caller.balance} />
        </Fact>
      )}
      {caller.plan !== null && (
        <Fact name={t('plan')}>
          {caller.plan.name}
          <span className={classes.detail}>
            {t('planOf', {
              phase: t(`phases.${caller.plan.phase as OpenPhase}`),
              patient: caller.plan.patientName,
            })}
          </span>
        </Fact>
      )}
      <Fact name={t('language')}>{t(`languages.${language}`)}</Fact>
      <Fact name={t('lastContacts')}>
        <LastContacts contacts={caller.lastContacts} timeZone={clinic.timeZone} />
      </Fact>
    </dl>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface NextAppointmentProps {
  appointment: CallerView['nextAppointment'];
  timeZone: string;
}

const NextAppointment = ({ appointment, timeZone }: NextAppointmentProps) => {
  const { t } = useTranslation('softphone');
  if (appointment === null) return t('noAppointment');
  const { reason, practitioner, patientName: patient } = appointment;
  return (
    <>
      <strong>
        <MomentText at={appointment.startsAt} timeZone={timeZone} words="calendar" />
      </strong>
      <span className={classes.detail}>{t('forPatient', { reason, practitioner, patient })}</span>
    </>
  );
};

const Balance = ({ balance }: { balance: NonNullable<CallerView['balance']> }) => {
  const { t, i18n } = useTranslation('softphone');
  if (balance.cents === 0) return t('settled');
  const amount = money(Math.abs(balance.cents), balance.currency, i18n.language);
  return balance.cents > 0 ? <strong>{t('owes', { amount })}</strong> : t('credit', { amount });
};

interface LastContactsProps {
  contacts: CallerView['lastContacts'];
  timeZone: string;
}

const LastContacts = ({ contacts, timeZone }: LastContactsProps) => {
  const { t } = useTranslation('softphone');
  const words = useOutcomeWords();
  if (contacts.length === 0) return t('firstContact');
  return contacts.slice(0, 3).map((contact) => (
    <span key={contact.callId} className={classes.contact}>
      <MomentText at={contact.at} timeZone={timeZone} />, {words(contact.outcome)}
    </span>
  ));
};
