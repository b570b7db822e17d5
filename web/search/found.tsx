import { Spotlight } from '@mantine/spotlight';
import { IconHistory, IconPhone, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FoundCall, FoundPerson } from '../../src/search/rules/found-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { useStartCall } from '../softphone/use-start-call.ts';
import { calendar, plainDate } from '../ui/moment.ts';
import { useSecond } from '../ui/clock.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { Entry } from './entry.tsx';

const useHint = () => {
  const { t, i18n } = useTranslation('search');
  const { format } = usePhoneNumbers();
  return (person: FoundPerson): string =>
    [
      person.kind === 'patient' ? null : t(`kinds.${person.kind}`),
      person.birthDate === null ? null : plainDate(person.birthDate, i18n.language),
      person.phoneNumber === null ? null : format(person.phoneNumber),
      person.note,
    ]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
};

/** A patient's page opens; whoever has none (leads, colleagues) is called. */
export const FoundPeople = ({ people, clinic }: { people: FoundPerson[]; clinic: MyClinic }) => {
  const { t } = useTranslation('search');
  const hint = useHint();
  const navigate = useNavigate();
  const call = useStartCall(clinic.id);
  if (people.length === 0) return null;
  const open = (person: FoundPerson): void => {
    if (person.kind === 'patient')
      void navigate({
        to: '/clinics/$clinicId/patients/$patientId',
        params: { clinicId: clinic.id, patientId: person.id },
      });
    else if (person.phoneNumber !== null && call.possible) call.start(person.phoneNumber);
  };
  return (
    <Spotlight.ActionsGroup label={t('people')}>
      {people.map((person) => (
        <Entry
          key={person.id}
          id={person.id}
          label={person.kind === 'patient' ? person.name : t('callPerson', { name: person.name })}
          hint={hint(person)}
          icon={person.kind === 'patient' ? <IconUser size={20} /> : <IconPhone size={20} />}
          onSelect={() => open(person)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
};

export const FoundCalls = ({ calls, clinic }: { calls: FoundCall[]; clinic: MyClinic }) => {
  const { t, i18n } = useTranslation('search');
  const { format } = usePhoneNumbers();
  const navigate = useNavigate();
  const second = useSecond();
  if (calls.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('calls')}>
      {calls.map((call) => (
        <Entry
          key={call.id}
          id={call.id}
          label={call.name ?? format(call.number)}
          hint={`${t(`directions.${call.direction}`)} · ${calendar(call.startedAt, second, i18n.language, clinic.timeZone)}`}
          icon={<IconHistory size={20} />}
          onSelect={() =>
            void navigate({
              to: '/clinics/$clinicId/calls/$callId',
              params: { clinicId: clinic.id, callId: call.id },
            })
          }
        />
      ))}
    </Spotlight.ActionsGroup>
  );
};
