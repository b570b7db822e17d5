import { Alert, Anchor, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type { SetAsideEvent } from '../../src/events/rules/event-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { useRetryEvents } from './use-retry-events.ts';
import classes from './workflows.module.css';
import { setAsideQuery } from './workflows.query.ts';

/** Events after which nothing could be done by a fault of ours. Nothing is shown as long as there are none. */
export const SetAsideEvents = ({ clinic }: { clinic: MyClinic }) => {
  const { t } = useTranslation('workflows');
  const { data } = useQuery(setAsideQuery(clinic.id));
  const retry = useRetryEvents(clinic.id);
  const events = data?.events ?? [];
  if (events.length === 0) return null;
  const mayRetry = atLeast(clinic.role, 'manager');
  const more = data?.nextCursor ? '+' : '';
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('setAside.title', { count: events.length, shown: `${events.length}${more}` })}
      mb="md"
    >
      <p className={classes.setAside}>{t('setAside.text')}</p>
      <ul className={classes.faults}>
        {events.slice(0, 10).map((event) => (
          <EventLine key={event.id} event={event} clinic={clinic} />
        ))}
      </ul>
      {mayRetry && (
        <Button size="xs" mt="sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('setAside.retry')}
        </Button>
      )}
    </Alert>
  );
};

const EventLine = ({ event, clinic }: { event: SetAsideEvent; clinic: MyClinic }) => {
  const { t } = useTranslation('workflows');
  return (
    <li>
      {t(`events.${event.kind}`)},{' '}
      <MomentText at={event.occurredAt} timeZone={clinic.timeZone} words="within" />
      {event.patientId !== null && (
        <>
          {' · '}
          <Anchor
            inherit
            c="inherit"
            underline="always"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/clinics/$clinicId/patients/$patientId"
                params={{ clinicId: clinic.id, patientId: event.patientId! }}
              />
            )}
          >
            {t('setAside.patient')}
          </Anchor>
        </>
      )}{' '}
      <span className={classes.dim}>({event.reason})</span>
    </li>
  );
};
