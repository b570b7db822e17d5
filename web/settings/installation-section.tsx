import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstallationView } from '../../src/settings/rules/settings-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { installationQuery } from './installation.query.ts';

interface AdministratorSectionProps<View, Key extends readonly unknown[]> {
  query: UseQueryOptions<View, Error, View, Key>;
  children: (view: View) => ReactNode;
}

/** A section about the whole installation: asks for what it shows, then shows it. */
export const AdministratorSection = <View, Key extends readonly unknown[]>({
  query,
  children,
}: AdministratorSectionProps<View, Key>) => {
  const { t } = useTranslation('installation');
  const { me } = useCurrentClinic();
  const mayLook = me.user.isAdministrator;
  const asked = useQuery({ ...query, enabled: mayLook });
  if (!mayLook)
    return (
      <Panel title={t('notYours')}>
        <EmptyState icon={<IconLock />} title={t('notYoursTitle')}>
          {t('notYoursText')}
        </EmptyState>
      </Panel>
    );
  if (asked.isError) return <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />;
  return asked.data === undefined ? <RowsSkeleton rows={6} /> : children(asked.data);
};

/** One about the settings. */
export const InstallationSection = ({ children }: { children: (view: InstallationView) => ReactNode }) => (
  <AdministratorSection query={installationQuery}>{children}</AdministratorSection>
);

/** Says that the environment decides, and by which variables. */
export const SetByEnvironment = ({ variables }: { variables: readonly string[] }) => {
  const { t } = useTranslation('installation');
  if (variables.length === 0) return null;
  return (
    <Alert color="gray" variant="light" icon={<IconLock />} title={t('environment.title')}>
      {t('environment.text', { variables: variables.join(', ') })}
    </Alert>
  );
};
