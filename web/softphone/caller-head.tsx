import { IconSpeakerphone, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveCall } from '../../src/calls/rules/call-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmergencyLabel } from '../calls/emergency-label.tsx';
import { PersonLink } from '../patients/person-link.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './caller-head.module.css';
import dock from './softphone-dock.module.css';

interface CallerHeadProps {
  live: LiveCall | undefined;
  who: string;
  number: string | null;
  clinic: MyClinic;
}

/** Name, relation, number, and in one line why they call. */
export const CallerHead = ({ live, who, number, clinic }: CallerHeadProps) => {
  const { t } = useTranslation('softphone');
  const caller = live?.caller;
  const relation = caller?.people.map((person) => person.relation).find((each) => each !== null);
  const others =
    caller?.kind === 'family' && relation == null ? caller.people.map((person) => person.name) : [];
  const person = caller?.people.find(({ kind, name }) => kind === 'patient' && name === who);
  const language = caller?.language ?? live?.language;
  return (
    <>
      <p className={dock.name}>
        {person === undefined ? (
          who
        ) : (
          <PersonLink clinicId={clinic.id} patientId={person.id}>
            {who}
          </PersonLink>
        )}
      </p>
      <p className={dock.sub}>
        {[
          relation ?? (others.length > 0 ? others.join(', ') : null),
          caller?.kind === 'lead' ? t('lead') : null,
          number === who ? null : number,
          language !== undefined && language !== clinic.language ? t(`languages.${language}`) : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {live !== undefined && <EmergencyLabel emergency={live.emergency} how />}
      {caller?.people.some(({ vip }) => vip) === true && (
        <StatusLabel tone="blue" icon={<IconStarFilled />}>
          {t('vip')}
        </StatusLabel>
      )}
      {live?.menuChoice != null && (
        <p className={classes.reason}>
          <IconSpeakerphone size={18} aria-hidden />
          <span>
            {t('reason')}: <strong>{live.menuChoice}</strong>
          </span>
        </p>
      )}
    </>
  );
};
