import { Alert, Anchor } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hostOf } from './host-of.ts';
import classes from './webhooks.module.css';
import { webhooksQuery } from './webhooks.query.ts';

/** On Now, for those who can do something about it: another system hears of nothing any more. */
export const SwitchedOffNotice = ({ clinicId }: { clinicId: string }) => {
  const { t } = useTranslation('webhooks');
  const { data: webhooks = [] } = useQuery(webhooksQuery(clinicId));
  const gone = webhooks.filter(({ disabledAt }) => disabledAt !== null);
  if (gone.length === 0) return null;
  return (
    <Alert role="status" color="red" variant="light" icon={<IconPlugConnectedX aria-hidden />} mb="md">
      {gone.map(({ id, url }) => (
        <p key={id} className={classes.line}>
          {t('now.one', { host: hostOf(url) })}
        </p>
      ))}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => (
          <Link {...props} to="/clinics/$clinicId/settings/webhooks" params={{ clinicId }} />
        )}
      >
        {t('now.look')}
      </Anchor>
    </Alert>
  );
};
