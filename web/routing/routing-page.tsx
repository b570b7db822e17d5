import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { CallPreview } from './call-preview.tsx';
import { MenuSection } from './menu-section.tsx';
import { PeopleSection } from './people-section.tsx';
import classes from './routing-page.module.css';
import { SettingsSection } from './settings-section.tsx';
import { routingQuery } from './routing.query.ts';

/** How calls are taken: to try out for everybody, to change for owners and managers. */
export const RoutingPage = () => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const routing = useQuery(routingQuery(clinic.id));
  const mayChange = clinic.role === 'owner' || clinic.role === 'manager';
  return (
    <>
      <PageHead title={t('title')} />
      {routing.isError && <ProblemNotice error={routing.error} onRetry={() => void routing.refetch()} />}
      {routing.isPending && <RowsSkeleton rows={8} />}
      {routing.data !== undefined && (
        // Another clinic is another page: nothing typed for one is ever saved for the other.
        <div key={clinic.id} className={classes.columns}>
          <CallPreview routing={routing.data} />
          <div className={classes.setup}>
            <MenuSection routing={routing.data} mayChange={mayChange} />
            <PeopleSection routing={routing.data} mayChange={mayChange} />
            <SettingsSection routing={routing.data} mayChange={mayChange} />
          </div>
        </div>
      )}
    </>
  );
};
