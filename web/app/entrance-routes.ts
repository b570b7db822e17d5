import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readNextPath } from '../accounts/next-path.ts';
import { withWords } from './language.ts';
import { root } from './root-route.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  component: lazyRouteComponent(() => import('./sign-in-route.tsx'), 'SignInRoute'),
  validateSearch: readNextPath,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: 'invitation',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../accounts/invitation-page.tsx')),
    'InvitationPage',
  ),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: 'new-password',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../accounts/new-password-page.tsx')),
    'NewPasswordPage',
  ),
});

const newEmail = createRoute({
  getParentRoute: () => root,
  path: 'new-email',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../accounts/new-email-page.tsx')),
    'NewEmailPage',
  ),
});

/** What can be opened without being signed in. */
export const entranceRoutes = [signIn, invitation, newPassword, newEmail] as const;
