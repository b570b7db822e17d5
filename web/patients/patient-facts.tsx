import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { useOnTick } from '../ui/clock.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { timeOfDay } from '../ui/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { Balance } from './balance.tsx';
import { useCountryNames } from './country-names.ts';
import { useLanguageNames } from './language-names.ts';
import classes from './patient-facts.module.css';
import { PatientNumbers } from './patient-numbers.tsx';

interface PatientFactsProps {
  patient: PatientView;
  clinic: MyClinic;
}

/** Beside the story: how to reach them, and what one needs to know. Nothing that is not known takes a line. */
export const PatientFacts = ({ patient, clinic }: PatientFactsProps) => {
  const { t } = useTranslation('patients');
  const { nextAppointment: next, balance, emails, tags } = patient;
  return (
    <Panel title={t('person.about')}>
      <PatientNumbers patient={patient} clinic={clinic} />
      <dl className={classes.facts}>
        <Fact name={t('person.nextAppointment')}>
          {next === null ? (
            <span className={classes.quiet}>{t('person.noAppointment')}</span>
          ) : (
            <>
              <strong>
                <MomentText at={next.startsAt} timeZone={clinic.timeZone} words="calendar" />
              </strong>
              <span className={classes.detail}>
                {t('person.with', { reason: next.reason, practitioner: next.practitioner })}
              </span>
            </>
          )}
        </Fact>
        <Fact name={t('person.lastVisit')}>
          {patient.lastAppointmentAt === null ? (
            <span className={classes.quiet}>{t('person.neverHere')}</span>
          ) : (
            <MomentText at={patient.lastAppointmentAt} timeZone={clinic.timeZone} words="calendar" />
          )}
        </Fact>
        <Fact name={t('person.balance')}>
          {balance.cents === 0 ? t('person.settled') : <Balance balance={balance} />}
        </Fact>
        <Fact name={t('person.language')}>
          <Languages patient={patient} clinic={clinic} />
        </Fact>
        <Fact name={t('person.timeZone')}>
          <LocalTime zone={patient.timeZone} />
        </Fact>
        {emails.length > 0 && (
          <Fact name={t('person.email')}>
            {emails.map(({ email }) => (
              <Anchor key={email} href={`mailto:${email}`} className={classes.line}>
                {email}
              </Anchor>
            ))}
          </Fact>
        )}
        <Papers patient={patient} />
        {tags.length > 0 && (
          <Fact name={t('person.tags')}>
            <span className={classes.tags}>
              {tags.map((tag) => (
                <Link
                  key={tag}
                  to="/clinics/$clinicId/patients"
                  params={{ clinicId: clinic.id }}
                  search={{ tag }}
                  className={classes.tag}
                  title={t('person.showTagged', { tag })}
                >
                  {tag}
                </Link>
              ))}
            </span>
          </Fact>
        )}
      </dl>
    </Panel>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Address, gender, and what systems call them. */
const Papers = ({ patient }: { patient: PatientView }) => {
  const { t } = useTranslation('patients');
  const { nameOf } = useCountryNames();
  const { street, postalCode, city, region, country } = patient.address;
  const place = [postalCode, city, region].filter((part) => part !== null).join(' ');
  const lines = [street, place, country === null ? null : nameOf(country)].filter(
    (line) => line !== null && line !== '',
  );
  return (
    <>
      {lines.length > 0 && (
        <Fact name={t('person.address')}>
          {lines.map((line) => (
            <span key={line} className={classes.line}>
              {line}
            </span>
          ))}
        </Fact>
      )}
      {patient.gender !== null && <Fact name={t('person.gender')}>{t(`genders.${patient.gender}`)}</Fact>}
      {patient.identifiers.map(({ system, value }) => (
        <Fact
          key={`${system} ${value}`}
          name={system === 'practice' ? t('person.patientNumber') : t('person.otherNumber', { system })}
        >
          {value}
        </Fact>
      ))}
    </>
  );
};

const Languages = ({ patient, clinic }: PatientFactsProps) => {
  const { t } = useTranslation('patients');
  const { nameOf } = useLanguageNames();
  const { language, spokenLanguages } = patient;
  const main = nameOf(language ?? clinic.language);
  const others = spokenLanguages.filter((tag) => tag !== (language ?? clinic.language)).map(nameOf);
  return (
    <>
      {language === null ? t('person.languageAssumed', { language: main }) : main}
      {others.length > 0 && (
        <span className={classes.detail}>{t('person.alsoSpeaks', { languages: others.join(', ') })}</span>
      )}
    </>
  );
};

/** What the clock shows where they are, and how we know. */
const LocalTime = ({ zone: { zone, source } }: { zone: PatientView['timeZone'] }) => {
  const { t, i18n } = useTranslation('patients');
  const clock = useOnTick((second) => timeOfDay(new Date(second * 1000).toISOString(), i18n.language, zone));
  return (
    <>
      {clock}
      <span className={classes.detail}>
        {t(`person.zoneSource.${source}`, { zone: zone.replaceAll('_', ' ') })}
      </span>
    </>
  );
};
