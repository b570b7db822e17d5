import { Anchor, Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../app/entrance.tsx';
import { useSignOut } from '../app/use-sign-out.ts';
import { Enrolment } from './enrolment.tsx';
import { meQuery } from './me.query.ts';

const route = getRouteApi('/signed-in/second-factor');

/** For whoever has no second factor in a clinic that asks everybody for one: nothing else of it is shown before. */
export const SecondFactorPage = () => {
  const { t } = useTranslation('access');
  const { t: tAccounts } = useTranslation('accounts');
  const { me } = route.useRouteContext();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const asking = me.clinics.filter(({ twoFactorNeeded }) => twoFactorNeeded);
  const others = me.clinics.filter(({ twoFactorNeeded }) => !twoFactorNeeded);
  const finish = async (): Promise<void> => {
    await queries.refetchQueries({ queryKey: meQuery.queryKey });
    await navigate({ to: '/', replace: true });
  };
  return (
    <Entrance
      title={t('factor.neededTitle')}
      text={t('factor.neededText', { clinic: asking.map(({ name }) => name).join(', ') })}
    >
      <Enrolment onDone={() => void finish()} />
      {others.length > 0 && (
        <Stack gap={4}>
          <span>{t('factor.otherClinics')}</span>
          {others.map(({ id, name }) => (
            <Anchor
              key={id}
              renderRoot={(props) => (
                <Link {...props} to="/clinics/$clinicId/now" params={{ clinicId: id }} />
              )}
            >
              {name}
            </Anchor>
          ))}
        </Stack>
      )}
      <Button variant="subtle" color="gray" c="inherit" onClick={signOut}>
        {tAccounts('signOut')}
      </Button>
    </Entrance>
  );
};
