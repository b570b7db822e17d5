import { Button } from '@mantine/core';
import { IconBuildingHospital } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSignOut } from './use-sign-out.ts';

/** For an account that no clinic has added yet. */
export const NoClinicPage = () => {
  const { t } = useTranslation('accounts');
  const signOut = useSignOut();
  return (
    <main>
      <EmptyState
        icon={<IconBuildingHospital />}
        title={t('noClinic.title')}
        action={
          <Button variant="default" onClick={signOut}>
            {t('signOut')}
          </Button>
        }
      >
        {t('noClinic.text')}
      </EmptyState>
    </main>
  );
};
