import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readAuditSearch } from '../audit/audit-search.ts';
import { clinic } from './clinic-route.ts';
import { withWords } from './language.ts';

const settings = createRoute({
  getParentRoute: () => clinic,
  path: 'settings',
  component: lazyRouteComponent(
    withWords(['settings'], () => import('../settings/settings-page.tsx')),
    'SettingsPage',
  ),
});

/** A wide screen has room for the first section beside the index. */
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: ({ params }) => {
    if (!window.matchMedia('(min-width: 901px)').matches) return;
    throw redirect({ to: '/clinics/$clinicId/settings/clinic', params, replace: true });
  },
});

const clinicSettings = createRoute({
  getParentRoute: () => settings,
  path: 'clinic',
  component: lazyRouteComponent(
    withWords(['settings'], () => import('../settings/clinic-section.tsx')),
    'ClinicSection',
  ),
});

const contactSettings = createRoute({
  getParentRoute: () => settings,
  path: 'contact',
  component: lazyRouteComponent(
    withWords(['settings'], () => import('../settings/contact-section.tsx')),
    'ContactSection',
  ),
});

const people = createRoute({
  getParentRoute: () => settings,
  path: 'people',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../accounts/people-section.tsx')),
    'PeopleSection',
  ),
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: 'api-keys',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../accounts/api-keys-section.tsx')),
    'ApiKeysSection',
  ),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: 'webhooks',
  component: lazyRouteComponent(
    withWords(['access', 'webhooks'], () => import('../webhooks/webhooks-section.tsx')),
    'WebhooksSection',
  ),
});

const myAccount = createRoute({
  getParentRoute: () => settings,
  path: 'account',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../accounts/account-section.tsx')),
    'AccountSection',
  ),
});

const auditLog = createRoute({
  getParentRoute: () => settings,
  path: 'audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(
    withWords(['audit'], () => import('../audit/audit-section.tsx')),
    'AuditSection',
  ),
});

const carrierSettings = createRoute({
  getParentRoute: () => settings,
  path: 'carrier',
  component: lazyRouteComponent(
    withWords(['installation'], () => import('../settings/carrier-section.tsx')),
    'CarrierSection',
  ),
});

const mailSettings = createRoute({
  getParentRoute: () => settings,
  path: 'mail',
  component: lazyRouteComponent(
    withWords(['installation'], () => import('../settings/mail-section.tsx')),
    'MailSection',
  ),
});

const speechSettings = createRoute({
  getParentRoute: () => settings,
  path: 'speech',
  component: lazyRouteComponent(
    withWords(['installation'], () => import('../settings/speech-section.tsx')),
    'SpeechSection',
  ),
});

const transcriptionSettings = createRoute({
  getParentRoute: () => settings,
  path: 'transcription',
  component: lazyRouteComponent(
    withWords(['installation'], () => import('../settings/transcription-section.tsx')),
    'TranscriptionSection',
  ),
});

const encryptionSettings = createRoute({
  getParentRoute: () => settings,
  path: 'encryption',
  component: lazyRouteComponent(
    withWords(['installation'], () => import('../settings/encryption-section.tsx')),
    'EncryptionSection',
  ),
});

/** The settings with their sections. */
export const settingsRoutes = settings.addChildren([
  settingsHome,
  clinicSettings,
  contactSettings,
  people,
  apiKeys,
  webhooks,
  myAccount,
  auditLog,
  carrierSettings,
  mailSettings,
  speechSettings,
  transcriptionSettings,
  encryptionSettings,
]);
