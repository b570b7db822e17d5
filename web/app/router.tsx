import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { lastClinic } from '../accounts/current-clinic.tsx';
import { meQuery } from '../accounts/me.query.ts';
import { readCalendarSearch } from '../appointments/calendar-search.ts';
import { readCallSearch } from '../calls/call-search.ts';
import { readMessagesSearch } from '../messages/messages-search.ts';
import { readConsentSearch } from '../consent/consent-search.ts';
import { readPatientSearch } from '../patients/patient-search.ts';
import { readDuplicatesSearch } from '../patients/duplicates-search.ts';
import { readNewPatientSearch } from '../patients/new-patient-search.ts';
import { readTimelineSearch } from '../patients/timeline-search.ts';
import { readRoutingSearch } from '../routing/routing-parts.ts';
import { readTaskSearch } from '../tasks/task-search.ts';
import { voicemailQuery } from '../voicemail/voicemail.query.ts';
import { readTemplatesSearch } from '../templates/templates-search.ts';
import { readVoicemailSearch } from '../voicemail/voicemail-search.ts';
import { clinic, signedIn } from './clinic-route.ts';
import { CrashedPage } from './crashed-page.tsx';
import { withWords } from './language.ts';
import { entranceRoutes } from './entrance-routes.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { queryClient, whenSignedOut } from './query-client.ts';
import { root } from './root-route.ts';
import { workflowRoutes } from './workflow-routes.ts';
import { settingsRoutes } from './settings-routes.ts';

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./no-clinic-page.tsx'), 'NoClinicPage'),
  beforeLoad: ({ context: { me } }) => {
    const last = lastClinic.read();
    const mine = me.clinics.find((each) => each.id === last) ?? me.clinics[0];
    if (mine !== undefined) {
      throw redirect({ to: '/clinics/$clinicId/now', params: { clinicId: mine.id }, replace: true });
    }
  },
});

const secondFactor = createRoute({
  getParentRoute: () => signedIn,
  path: 'second-factor',
  component: lazyRouteComponent(
    withWords(['access'], () => import('../accounts/second-factor-page.tsx')),
    'SecondFactorPage',
  ),
  beforeLoad: ({ context: { me } }) => {
    if (!me.clinics.some((each) => each.twoFactorNeeded)) throw redirect({ to: '/', replace: true });
  },
});

const clinicHome = createRoute({
  getParentRoute: () => clinic,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/clinics/$clinicId/now', params, replace: true });
  },
});

const now = createRoute({
  getParentRoute: () => clinic,
  path: 'now',
  component: lazyRouteComponent(
    withWords(['tasks'], () => import('../calls/now-page.tsx')),
    'NowPage',
  ),
});

const calls = createRoute({
  getParentRoute: () => clinic,
  path: 'calls',
  validateSearch: readCallSearch,
  component: lazyRouteComponent(
    withWords(['callDesk'], () => import('../calls/call-log-page.tsx')),
    'CallLogPage',
  ),
});

const call = createRoute({
  getParentRoute: () => clinic,
  path: 'calls/$callId',
  component: lazyRouteComponent(
    withWords(['callDesk', 'tasks'], () => import('../calls/call-story-page.tsx')),
    'CallStoryPage',
  ),
});

const voicemails = createRoute({
  getParentRoute: () => clinic,
  path: 'voicemail',
  validateSearch: readVoicemailSearch,
  component: lazyRouteComponent(
    withWords(['tasks'], () => import('../voicemail/voicemail-page.tsx')),
    'VoicemailPage',
  ),
});

const voicemail = createRoute({
  getParentRoute: () => clinic,
  path: 'voicemail/$voicemailId',
  component: lazyRouteComponent(
    withWords(['tasks'], () => import('../voicemail/one-voicemail-page.tsx')),
    'OneVoicemailPage',
  ),
});

const calendar = createRoute({
  getParentRoute: () => clinic,
  path: 'calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(
    withWords(['calendar', 'patients'], () => import('../appointments/calendar-page.tsx')),
    'CalendarPage',
  ),
});

const messages = createRoute({
  getParentRoute: () => clinic,
  path: 'messages',
  validateSearch: readMessagesSearch,
  component: lazyRouteComponent(
    // Whom to write to is found as in the patients' pages.
    withWords(['messages', 'patients', 'consent'], () => import('../messages/messages-page.tsx')),
    'MessagesPage',
  ),
});

const templates = createRoute({
  getParentRoute: () => clinic,
  path: 'templates',
  validateSearch: readTemplatesSearch,
  component: lazyRouteComponent(
    withWords(['templates', 'patients'], () => import('../templates/templates-page.tsx')),
    'TemplatesPage',
  ),
});

const patients = createRoute({
  getParentRoute: () => clinic,
  path: 'patients',
  validateSearch: readPatientSearch,
  component: lazyRouteComponent(
    withWords(['patients'], () => import('../patients/patients-page.tsx')),
    'PatientsPage',
  ),
});

const newPatient = createRoute({
  getParentRoute: () => clinic,
  path: 'patients/new',
  validateSearch: readNewPatientSearch,
  component: lazyRouteComponent(
    withWords(['patients'], () => import('../patients/new-patient-page.tsx')),
    'NewPatientPage',
  ),
});

const duplicates = createRoute({
  getParentRoute: () => clinic,
  path: 'patients/duplicates',
  validateSearch: readDuplicatesSearch,
  component: lazyRouteComponent(
    withWords(['patients'], () => import('../patients/duplicates-page.tsx')),
    'DuplicatesPage',
  ),
});

const patient = createRoute({
  getParentRoute: () => clinic,
  path: 'patients/$patientId',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(
    withWords(
      ['patients', 'tasks', 'care', 'consent', 'workflows', 'messages'],
      () => import('../patients/patient-page.tsx'),
    ),
    'PatientPage',
  ),
});

const tasks = createRoute({
  getParentRoute: () => clinic,
  path: 'tasks',
  validateSearch: readTaskSearch,
  component: lazyRouteComponent(
    withWords(['tasks'], () => import('../tasks/tasks-page.tsx')),
    'TasksPage',
  ),
});

const consent = createRoute({
  getParentRoute: () => clinic,
  path: 'consent',
  validateSearch: readConsentSearch,
  component: lazyRouteComponent(
    withWords(['consent'], () => import('../consent/consent-page.tsx')),
    'ConsentPage',
  ),
});

const routing = createRoute({
  getParentRoute: () => clinic,
  path: 'routing',
  validateSearch: readRoutingSearch,
  component: lazyRouteComponent(
    withWords(['routing', 'care'], () => import('../routing/routing-page.tsx')),
    'RoutingPage',
  ),
});

const imports = createRoute({
  getParentRoute: () => clinic,
  path: 'patients/import',
  component: lazyRouteComponent(
    withWords(['imports'], () => import('../imports/imports-page.tsx')),
    'ImportsPage',
  ),
});

const oneImport = createRoute({
  getParentRoute: () => clinic,
  path: 'patients/import/$importId',
  component: lazyRouteComponent(
    withWords(['imports'], () => import('../imports/import-page.tsx')),
    'ImportPage',
  ),
});

/** The address in the e-mail notice names no clinic: whoever follows it is sent to the one that has the message. */
const voicemailFromMail = createRoute({
  getParentRoute: () => signedIn,
  path: 'voicemail/$voicemailId',
  component: NotFoundPage,
  beforeLoad: async ({ context: { me }, params: { voicemailId } }) => {
    for (const { id: clinicId } of me.clinics) {
      const found = await queryClient
        .ensureQueryData(voicemailQuery(clinicId, voicemailId))
        .catch(() => null);
      if (found === null) continue;
      throw redirect({
        to: '/clinics/$clinicId/voicemail/$voicemailId',
        params: { clinicId, voicemailId },
        replace: true,
      });
    }
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...entranceRoutes,
    signedIn.addChildren([
      home,
      secondFactor,
      voicemailFromMail,
      clinic.addChildren([
        imports,
        oneImport,
        clinicHome,
        now,
        calls,
        call,
        voicemails,
        voicemail,
        calendar,
        messages,
        templates,
        patients,
        newPatient,
        duplicates,
        patient,
        ...workflowRoutes,
        tasks,
        consent,
        routing,
        settingsRoutes,
      ]),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: CrashedPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.removeQueries({ queryKey: meQuery.queryKey });
  void router.navigate({ to: '/sign-in', search: { next: href } });
});
