import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { useLiveConnection } from '../live/live-connection.ts';
import { AvailabilitySwitch } from '../staff/availability-switch.tsx';
import { SearchHost } from '../search/search-host.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ClinicSwitcher } from './clinic-switcher.tsx';
import classes from './top-bar.module.css';

export const TopBar = () => {
  const { t } = useTranslation('frame');
  const { clinic } = useCurrentClinic();
  const connection = useLiveConnection();
  return (
    <header className={classes.bar}>
      <ClinicSwitcher />
      <SearchHost />
      <div className={classes.space} role="status">
        {connection === 'lost' && (
          <StatusLabel tone="amber" icon={<IconCloudOff />}>
            {t('live.lost')}
          </StatusLabel>
        )}
      </div>
      {clinic.staffId !== null && <AvailabilitySwitch clinicId={clinic.id} staffId={clinic.staffId} />}
      <AccountMenu />
    </header>
  );
};
