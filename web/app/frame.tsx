import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CurrentClinicProvider } from '../accounts/current-clinic.tsx';
import { meQuery } from '../accounts/me.query.ts';
import { LiveUpdates } from '../live/live-updates.tsx';
import { SoftphoneDock } from '../softphone/softphone-dock.tsx';
import { SoftphoneProvider } from '../softphone/softphone-provider.tsx';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId');

/** What stays while pages change: rail, top bar, live updates, softphone. */
export const Frame = () => {
  const { t } = useTranslation('frame');
  const { clinicId } = route.useParams();
  const { me: known } = route.useRouteContext();
  // Roles change while the portal is open.
  const { data: me = known } = useQuery(meQuery);
  const clinic = me.clinics.find((each) => each.id === clinicId);
  if (clinic === undefined) return <Navigate to="/" replace />;
  if (clinic.twoFactorNeeded) return <Navigate to="/second-factor" replace />;
  return (
    <CurrentClinicProvider me={me} clinic={clinic}>
      <LiveUpdates clinicId={clinic.id} />
      <SoftphoneProvider clinic={clinic}>
        <div className={classes.frame}>
          <a className={classes.skip} href="#content">
            {t('skip')}
          </a>
          <Rail />
          <TopBar />
          <main id="content" className={classes.content} tabIndex={0}>
            <Outlet />
          </main>
          <SoftphoneDock />
        </div>
      </SoftphoneProvider>
    </CurrentClinicProvider>
  );
};
