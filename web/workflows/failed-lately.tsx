import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { useToday } from '../patients/use-today.ts';
import { addDays } from '../ui/zoned-time.ts';
import { peopleQuery } from './people/people-query.ts';
import { peopleCountQuery } from './people/people.query.ts';
import classes from './workflows.module.css';

const days = 7;

/** For how many a step failed lately and has not been done since. Nothing is shown as long as there are none. */
export const FailedLately = ({ clinic }: { clinic: MyClinic }) => {
  const { t } = useTranslation('workflows');
  const failedFrom = addDays(useToday(clinic), 1 - days);
  const query = peopleQuery(null, { failedFrom }, clinic.timeZone);
  const { data } = useQuery(peopleCountQuery(clinic.id, query));
  if (data === undefined || data.count === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />} mb="md">
      <div className={classes.notice}>
        <span>{t('failedLately.text', { count: data.count, days })}</span>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/workflows/people"
              params={{ clinicId: clinic.id }}
              search={{ failedFrom }}
            />
          )}
        >
          {t('failedLately.open')}
        </Button>
      </div>
    </Alert>
  );
};
