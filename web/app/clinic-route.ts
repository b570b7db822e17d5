import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { lastClinic } from '../accounts/current-clinic.tsx';
import { meQuery } from '../accounts/me.query.ts';
import { isSignedOut } from '../platform/problem.ts';
import { CrashedPage } from './crashed-page.tsx';
import { queryClient } from './query-client.ts';
import { root } from './root-route.ts';

/** Everything that needs somebody who is signed in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    });
    return { me };
  },
  errorComponent: CrashedPage,
});

/** Everything inside of one clinic. */
export const clinic = createRoute({
  getParentRoute: () => signedIn,
  path: 'clinics/$clinicId',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  beforeLoad: ({ context: { me }, params }) => {
    const found = me.clinics.find((each) => each.id === params.clinicId);
    if (found === undefined) throw redirect({ to: '/', replace: true });
    if (found.twoFactorNeeded) throw redirect({ to: '/second-factor', replace: true });
    lastClinic.write(params.clinicId);
  },
});
