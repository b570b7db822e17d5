import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';

export const NotFoundPage = () => {
  const { t } = useTranslation('ui');
  return (
    <main>
      <EmptyState
        icon={<IconMapQuestion />}
        title={t('notFound.title')}
        action={
          <Button component={Link} to="/">
            {t('notFound.action')}
          </Button>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </main>
  );
};
