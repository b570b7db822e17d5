import { IconCheck, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { useSoftphone } from '../softphone/softphone-context.ts';
import { isBusy } from '../softphone/softphone-state.ts';
import { PopUp } from '../ui/pop-up.tsx';
import icon from './icon.svg';
import classes from './top-bar.module.css';

/** The clinic's name; a menu for those who work for several. */
export const ClinicSwitcher = () => {
  const { t } = useTranslation('accounts');
  const { me, clinic } = useCurrentClinic();
  const { state } = useSoftphone();
  const busy = isBusy(state);
  const face = (
    <>
      <img src={icon} alt="" width={28} height={28} />
      <span>{clinic.name}</span>
    </>
  );
  if (me.clinics.length < 2) return <div className={classes.clinic}>{face}</div>;
  return (
    <PopUp
      label={t('switchClinic')}
      place="below-start"
      width={280}
      buttonClass={classes.switcher}
      disabled={busy}
      title={busy ? t('switchWhileCalling') : undefined}
      button={
        <>
          {face}
          <IconSelector size={16} aria-hidden />
        </>
      }
    >
      {(close) => (
        <nav className={classes.clinics}>
          <p>{t('switchClinic')}</p>
          {me.clinics.map((each) => (
            <Link
              key={each.id}
              to="/clinics/$clinicId/now"
              params={{ clinicId: each.id }}
              aria-current={each.id === clinic.id ? 'true' : undefined}
              onClick={close}
            >
              {each.name}
              {each.id === clinic.id && <IconCheck size={16} aria-hidden />}
            </Link>
          ))}
        </nav>
      )}
    </PopUp>
  );
};
