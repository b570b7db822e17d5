import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { useSoftphone } from '../softphone/softphone-context.ts';
import { isBusy } from '../softphone/softphone-state.ts';
import icon from './icon.svg';
import classes from './top-bar.module.css';

/** The clinic's name; a menu for those who work for several. */
export const ClinicSwitcher = () => {
  const { t } = useTranslation('accounts');
  const { me, clinic } = useCurrentClinic();
  const { state } = useSoftphone();
  const navigate = useNavigate();
  const busy = isBusy(state);
  const face = (
    <>
      <img src={icon} alt="" width={28} height={28} />
      <span>{clinic.name}</span>
    </>
  );
  if (me.clinics.length < 2) return <div className={classes.clinic}>{face}</div>;
  return (
    <Menu position="bottom-start" width={280}>
      <Tooltip label={t('switchWhileCalling')} disabled={!busy}>
        <div>
          <Menu.Target>
            <UnstyledButton className={classes.switcher} disabled={busy}>
              {face}
              <IconSelector size={16} aria-hidden />
            </UnstyledButton>
          </Menu.Target>
        </div>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>{t('switchClinic')}</Menu.Label>
        {me.clinics.map((each) => (
          <Menu.Item
            key={each.id}
            rightSection={each.id === clinic.id ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={each.id === clinic.id}
            onClick={() => void navigate({ to: '/clinics/$clinicId/now', params: { clinicId: each.id } })}
          >
            {each.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
