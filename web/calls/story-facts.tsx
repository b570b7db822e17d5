import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayWrite } from '../accounts/may.ts';
import type { CallStory } from '../../src/calls/rules/call-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { formatDuration } from '../ui/duration.ts';
import { PersonLink } from '../patients/person-link.tsx';
import { MomentText } from '../ui/moment-text.tsx';
import { plainDate } from '../ui/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import classes from './call-story-page.module.css';
import { LastCalls } from './last-calls.tsx';

/** Beside the story: the call in numbers, and the person. */
export const StoryFacts = ({ story, clinic }: { story: CallStory; clinic: MyClinic }) => {
  const { t } = useTranslation(['calls', 'softphone']);
  const { format } = usePhoneNumbers();
  const { call, caller } = story;
  const number = call.direction === 'inbound' ? call.from : call.to;
  const rows: readonly [string, React.ReactNode][] = [
    [t('calls:log.direction'), t(`calls:directions.${call.direction}`)],
    [
      t('calls:story.number'),
      call.from === 'anonymous'
        ? t('calls:live.anonymous')
        : format(call.direction === 'inbound' ? call.from : call.to),
    ],
    [t('calls:story.calledNumber'), call.direction === 'inbound' ? format(call.to) : null],
    [t('calls:story.forwarded'), call.forwardedFrom === null ? null : format(call.forwardedFrom)],
    [
      t('calls:story.started'),
      <MomentText key="at" at={call.startedAt} timeZone={clinic.timeZone} words="calendar" />,
    ],
    [t('calls:story.length'), call.durationSeconds === null ? null : formatDuration(call.durationSeconds)],
    [t('calls:log.columns.department'), call.department],
    [t('calls:log.columns.answeredBy'), call.answeredBy],
    [t('calls:story.language'), t(`softphone:languages.${call.language}`)],
  ];
  return (
    <div className={classes.side}>
      <Panel title={t('calls:story.title')}>
        <dl className={classes.facts}>
          {rows.map(([name, value]) =>
            value === null ? null : (
              <div key={name} className={classes.row}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </Panel>
      <Panel title={t('calls:story.person')}>
        <Person caller={caller} number={number} clinic={clinic} />
      </Panel>
    </div>
  );
};

interface PersonProps {
  caller: CallStory['caller'];
  /** E.164, or "anonymous" */
  number: string;
  clinic: MyClinic;
}

const Person = ({ caller, number, clinic }: PersonProps) => {
  const { t, i18n } = useTranslation(['calls', 'softphone']);
  if (caller.kind === 'unknown') return <UnknownPerson number={number} clinic={clinic} />;
  return (
    <dl className={classes.facts}>
      <dt>{t('calls:story.person')}</dt>
      <dd>
        {caller.people.map((person) => (
          <span key={person.id} className={classes.person}>
            {person.kind === 'patient' ? (
              <PersonLink clinicId={clinic.id} patientId={person.id}>
                {person.name}
              </PersonLink>
            ) : (
              person.name
            )}
            <span className={classes.detail}>
              {[
                person.kind === 'lead' ? t('softphone:lead') : null,
                person.relation,
                person.birthDate === null
                  ? null
                  : t('calls:story.born', { date: plainDate(person.birthDate, i18n.language) }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </span>
        ))}
      </dd>
      {caller.nextAppointment !== null && (
        <>
          <dt>{t('softphone:nextAppointment')}</dt>
          <dd>
            <MomentText at={caller.nextAppointment.startsAt} timeZone={clinic.timeZone} words="calendar" />
            <span className={classes.detail}>
              {caller.nextAppointment.reason} · {caller.nextAppointment.patientName}
            </span>
          </dd>
        </>
      )}
      {caller.lastContacts.length > 0 && (
        <>
          <dt>{t('softphone:lastContacts')}</dt>
          <dd>
            <LastCalls contacts={caller.lastContacts} clinic={clinic} />
          </dd>
        </>
      )}
    </dl>
  );
};

const UnknownPerson = ({ number, clinic }: Omit<PersonProps, 'caller'>) => {
  const { t } = useTranslation('calls');
  return (
    <p className={classes.unknown}>
      {t('story.unknownPerson')}{' '}
      {number !== 'anonymous' && mayWrite(clinic.role) && (
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/patients/new"
              params={{ clinicId: clinic.id }}
              search={{ number }}
            />
          )}
        >
          {t('story.addPerson')}
        </Anchor>
      )}
    </p>
  );
};
