import path from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { sql } from 'kysely';
import { accountsApi } from './accounts/accounts.api.ts';
import { accountHandlers } from './accounts/accounts.jobs.ts';
import { apiKeysApi } from './accounts/api-keys.api.ts';
import { createEngine } from './accounts/engine.ts';
import { keyLimit } from './accounts/key-limit.ts';
import { linksApi } from './accounts/links.api.ts';
import { memberStaffApi } from './accounts/member-staff.api.ts';
import { membersApi } from './accounts/members.api.ts';
import { myAccountApi } from './accounts/my-account.api.ts';
import { requireAdministrator } from './accounts/require-administrator.ts';
import { requireMember } from './accounts/require-member.ts';
import { startSignIn, type Auth } from './accounts/sign-in.ts';
import { createSignedIn, type SignedIn } from './accounts/signed-in.ts';
import { appointmentsApi } from './appointments/appointments.api.ts';
import type { OnAppointmentsChanged } from './appointments/note-appointment-change.ts';
import { practitionersApi } from './appointments/practitioners.api.ts';
import { careApi } from './care/care.api.ts';
import { careCrons } from './care/care.jobs.ts';
import { auditApi } from './audit/audit.api.ts';
import { urlOf } from './addresses.ts';
import { linksUnder } from './calls/call-links.ts';
import { callNotesApi } from './calls/call-notes.api.ts';
import { callsApi } from './calls/calls.api.ts';
import { callJobs } from './calls/calls.jobs.ts';
import { carrierWebhooks } from './calls/carrier-webhooks.api.ts';
import { connectNumber, connectNumbers } from './calls/connect-numbers.ts';
import { emergencyApi } from './calls/emergency.api.ts';
import { myCallsApi } from './calls/my-calls.api.ts';
import { numbersApi } from './calls/numbers.api.ts';
import { savedViewsApi } from './calls/saved-views.api.ts';
import { listenForEmergency } from './calls/listen-for-emergency.ts';
import { noteOnCall } from './calls/note-on-call.ts';
import { softphoneApi } from './calls/softphone.api.ts';
import type { Config } from './config.ts';
import { createErrandDesk } from './dialling/errand-desk.ts';
import { runDialling } from './dialling/run-dialling.ts';
import { encryptionApi } from './encryption/encryption.api.ts';
import { encryptionCrons, encryptionHandlers } from './encryption/encryption.jobs.ts';
import { watchKeys } from './encryption/watch-keys.ts';
import { eventsApi } from './events/events.api.ts';
import { consentsApi } from './consent/consents.api.ts';
import { decisionsApi } from './consent/decisions.api.ts';
import { optOutsApi } from './consent/opt-outs.api.ts';
import { importsApi } from './imports/imports.api.ts';
import { importCrons, importHandlers } from './imports/imports.jobs.ts';
import { installAdapters } from './installed-adapters.ts';
import { jobKinds } from './job-kinds.ts';
import { liveApi } from './live/live.api.ts';
import type { Clock } from './platform/clock.ts';
import { createDatabase, type ClinicTransaction } from './platform/database/database.ts';
import type { Connection } from './platform/database/pool.ts';
import { createHttpServer } from './platform/http/http-server.ts';
import { createMetrics } from './platform/http/metrics.ts';
import { assertGuarded, type ListedRoute } from './platform/http/route-list.ts';
import { startJobs } from './platform/jobs.ts';
import { startLiveUpdates } from './platform/live-updates.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import { findEndpoint, type SandboxEndpoint } from './platform/service-endpoints.ts';
import { createWebPush } from './ports/push/web-push/web-push.ts';
import type { Hook, VoiceStep } from './ports/carrier/voice-steps.ts';
import { conversationsApi } from './messages/inbox/conversations.api.ts';
import { messageCrons } from './messages/messages.jobs.ts';
import { runDelivery } from './messages/delivery/run-delivery.ts';
import { smsWebhooks } from './messages/inbox/sms-webhooks.api.ts';
import { templatesApi } from './messages/templates/templates.api.ts';
import { routingDraftsApi } from './routing/drafts.api.ts';
import { playGreetings } from './routing/greeting-link.ts';
import { carrierGreetings, greetingsApi } from './routing/greetings.api.ts';
import { holidaysApi } from './routing/holidays.api.ts';
import { routingPublicationsApi } from './routing/publications.api.ts';
import { pageLinksApi } from './patient-page/page-links.api.ts';
import { patientPageApi } from './patient-page/patient-page.api.ts';
import { duplicatesApi } from './patients/duplicates.api.ts';
import type { OnMerges } from './patients/merge-patients.ts';
import { patientExportApi } from './patients/export.api.ts';
import { familiesApi } from './patients/families.api.ts';
import { patientNotesApi } from './patients/patient-notes.api.ts';
import { patientCrons, patientHandlers } from './patients/patients.jobs.ts';
import { patientsApi } from './patients/patients.api.ts';
import { eventIntakeApi } from './practice-systems/event-intake.api.ts';
import { fhirApi } from './practice-systems/fhir.api.ts';
import { routingApi } from './routing/routing.api.ts';
import { clinicSettingsApi } from './settings/clinic-settings.api.ts';
import { contactSettingsApi } from './settings/contact-settings.api.ts';
import { settingsCrons } from './settings/settings.jobs.ts';
import { installationApi } from './settings/installation.api.ts';
import { trialsApi } from './settings/trials.api.ts';
import { routingCrons } from './routing/routing.jobs.ts';
import { createSpeakPrompts } from './speech/speak-prompts.ts';
import { speechApi, spokenPrompts } from './speech/speech.api.ts';
import { speechCrons } from './speech/speech.jobs.ts';
import { sealedTables } from './sealed-tables.ts';
import { searchApi } from './search/search.api.ts';
import { staffEntriesApi } from './staff/staff-entries.api.ts';
import { staffApi } from './staff/staff.api.ts';
import { staffCrons } from './staff/staff.jobs.ts';
import { releaseTasks } from './tasks/change-task.ts';
import { tasksApi } from './tasks/tasks.api.ts';
import { exportPersonApi } from './timeline/export-person.api.ts';
import { timelineApi } from './timeline/timeline.api.ts';
import { releaseAssigned } from './voicemail/release-assigned.ts';
import { deletionApi } from './voicemail/deletion.api.ts';
import { transcriptApi } from './voicemail/transcript.api.ts';
import { voicemailApi } from './voicemail/voicemail.api.ts';
import { voicemailCrons, voicemailHandlers } from './voicemail/voicemail.jobs.ts';
import { softphoneSources } from './softphone-sources.ts';
import { forbiddenAddresses } from './webhooks/forbidden-addresses.ts';
import { queueDeliveries } from './webhooks/queue-deliveries.ts';
import { webhooksApi } from './webhooks/webhooks.api.ts';
import { webhookHandlers } from './webhooks/webhooks.jobs.ts';
import { followAppointments } from './workflows/engine/follow-appointments.ts';
import { followJoining, followParting } from './workflows/engine/follow-merges.ts';
import { runWorkflows } from './workflows/engine/run-workflows.ts';
import { workflowApis } from './workflow-apis.ts';
import { workflowHandlers } from './workflows/workflows.jobs.ts';

export type AppOptions = {
  /** PORT must be chosen already: it is part of the public address */
  config: Config;
  connection: Connection;
  log: Log;
  secrets: Secrets;
  clock: Clock;
  /** as carrier and browsers reach the web role */
  publicUrl: string;
  /** where the sandbox carrier is; null with a real carrier */
  sandbox: SandboxEndpoint | null;
  roles: { web: boolean; worker: boolean };
};

export type App = {
  /** null without the web role */
  port: number | null;
  /** every route of the web role, as the router has it */
  routes: readonly ListedRoute[];
  close(): Promise<void>;
};

const portalFolder = path.resolve(import.meta.dirname, '../dist/portal');
const patientPageFolder = path.resolve(import.meta.dirname, '../dist/patient-page');

/** Wires everything that knows nothing of each other: adapters, APIs, jobs. */
export const startApp = async (options: AppOptions): Promise<App> => {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of closing.splice(0).toReversed()) {
      await stop().catch((error: { code?: string }) =>
        options.log.error({ code: error.code }, 'closing failed'),
      );
    }
  };
  try {
    return { ...(await startParts(options, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** What hangs on appointments follows them in the same transaction. */
const followedBy =
  (clock: Clock): OnAppointmentsChanged =>
  (trx, appointmentIds) =>
    followAppointments(trx, appointmentIds, clock.now());

/** So does what two people go through who become one. */
const followedWhenMerged = (clock: Clock): OnMerges => ({
  joining: (trx, merge) => followJoining(trx, merge, clock.now()),
  parted: (trx, mergeId) => followParting(trx, mergeId, clock.now()),
});

/** What every role has: the database, the jobs' engine and the adapters. */
const startCore = async (options: AppOptions, closing: (() => Promise<unknown>)[]) => {
  const { config, connection, log, secrets, clock, publicUrl, sandbox } = options;
  const product = createDatabase(connection, log);
  closing.push(() => product.close());
  const { database } = product;
  const jobs = await startJobs(connection, jobKinds, log);
  closing.push(() => jobs.stop());
  const adapters = await installAdapters({ config, sandbox, database, connection, secrets, log });
  closing.push(() => adapters.close());
  const watchedKeys = await watchKeys({ database, clock, secrets, log, send: jobs.send }, connection);
  closing.push(() => watchedKeys.close());
  // A worker of its own may have started before the web role said where it is.
  const portalUrl = async () => (await findEndpoint(database, 'web'))?.publicUrl ?? publicUrl;
  const linkFor = async () => linksUnder(await portalUrl());
  const speakPrompts = createSpeakPrompts({ database, clock, log, secrets, speech: adapters.speech });
  const onAppointmentsChanged = followedBy(clock);
  const calls = {
    database,
    clock,
    log,
    send: jobs.send,
    carrier: adapters.carrier,
    render: (steps: VoiceStep[], link: (hook: Hook) => string) => adapters.carrier.renderVoice(steps, link),
    // What the clinic has recorded itself, then what the speech service has spoken.
    spoken: (trx: ClinicTransaction, steps: VoiceStep[]) =>
      speakPrompts(trx, playGreetings(secrets, trx.clinicId, steps)),
    linkFor,
    errands: createErrandDesk(onAppointmentsChanged),
  };
  const voicemail = {
    ...calls,
    secrets,
    watchedKeys,
    sealedTables,
    portalUrl,
    transcription: adapters.transcription,
    email: adapters.email,
    push: createWebPush(secrets.pushKeys()),
    isForbidden: forbiddenAddresses({ ownNetworkAllowed: config.PRIVATE_WEBHOOKS }),
    speech: adapters.speech,
    listenForEmergency,
    noteOnCall,
  };
  const { installation, onCarrierExchanged } = adapters;
  return { ...voicemail, onAppointmentsChanged, adapters: installation, onCarrierExchanged, jobs };
};

type Core = Awaited<ReturnType<typeof startCore>>;

/** What belongs to all clinics, for those who look after the installation. */
const installationScope =
  ({ publicUrl }: AppOptions, core: Core, signedIn: SignedIn): FastifyPluginAsync =>
  async (scope) => {
    requireAdministrator(scope, { database: core.database, signedIn });
    const deps = {
      ...core,
      connectNumbers: () => connectNumbers(core, publicUrl),
      connectNumber: (phoneNumber: string) => connectNumber(core, phoneNumber, publicUrl),
    };
    await scope.register(installationApi(deps));
    await scope.register(trialsApi(deps), { prefix: '/settings' });
    await scope.register(encryptionApi(core));
  };

/** What everything about accounts needs. */
const accessParts = ({ publicUrl, secrets }: AppOptions, core: Core, auth: Auth) => {
  const { database, clock, log, jobs } = core;
  const engine = createEngine({ auth, publicUrl, log });
  const signedIn = createSignedIn({ auth, database, clock, log });
  return { auth, engine, signedIn, database, clock, log, send: jobs.send, secret: secrets.authSecret };
};

/** What somebody who leaves had not finished is everybody's again. */
const releaseWork = async (trx: ClinicTransaction, staffId: string): Promise<void> => {
  await releaseAssigned(trx, staffId);
  await releaseTasks(trx, staffId);
};

const startWeb = async (
  options: AppOptions,
  core: Core,
  closing: (() => Promise<unknown>)[],
): Promise<ListedRoute[]> => {
  const { config, connection, log, secrets, publicUrl, sandbox } = options;
  const { database } = core;
  const signIn = startSignIn({ connection, log, publicUrl, secret: secrets.authSecret });
  closing.push(() => signIn.close());
  const access = accessParts(options, core, signIn.auth);
  const liveUpdates = await startLiveUpdates(connection, log);
  closing.push(() => liveUpdates.close());
  core.onCarrierExchanged(() => liveUpdates.tellHere('carrier'));
  const server = await createHttpServer({
    log,
    publicUrl,
    metrics: createMetrics(),
    metricsToken: config.METRICS_TOKEN,
    isReady: async () => (await sql`SELECT 1`.execute(database)).rows.length === 1,
    portal: { folder: portalFolder, carrierSources: () => softphoneSources(sandbox) },
  });
  closing.push(() => server.close());
  const own = urlOf(config.HOST, config.PORT);
  await server.register(carrierWebhooks({ ...core, baseUrls: () => [publicUrl, own] }));
  await server.register(smsWebhooks({ ...core, baseUrls: () => [publicUrl, own] }));
  await server.register(spokenPrompts(core));
  await server.register(carrierGreetings(core));
  await server.register(patientPageApi({ ...core, folder: patientPageFolder }));
  await server.register(accountsApi(access));
  await server.register(linksApi(access));
  await server.register(myAccountApi(access), { prefix: '/api/v1/account' });
  await server.register(
    async (clinic) => {
      requireMember(clinic, { ...access, tooMany: keyLimit(clinic) });
      await clinic.register(membersApi({ ...core, releaseWork }));
      await clinic.register(memberStaffApi({ ...core, releaseWork }));
      await clinic.register(apiKeysApi(core));
      await clinic.register(liveApi({ liveUpdates }));
      await clinic.register(staffApi(core));
      await clinic.register(searchApi(core));
      await clinic.register(staffEntriesApi({ ...core, releaseWork }));
      await clinic.register(callsApi(core));
      await clinic.register(
        numbersApi({ ...core, connect: (number) => connectNumber(core, number, publicUrl) }),
      );
      await clinic.register(myCallsApi(core));
      await clinic.register(emergencyApi(core));
      await clinic.register(callNotesApi(core));
      await clinic.register(conversationsApi(core));
      await clinic.register(pageLinksApi(core));
      await clinic.register(templatesApi(core));
      await clinic.register(savedViewsApi(core));
      await clinic.register(softphoneApi(core));
      await clinic.register(voicemailApi(core));
      await clinic.register(transcriptApi(core));
      await clinic.register(deletionApi(core));
      await clinic.register(importsApi(core));
      await clinic.register(routingApi(core));
      await clinic.register(patientsApi(core));
      await clinic.register(patientNotesApi(core));
      await clinic.register(familiesApi(core));
      await clinic.register(patientExportApi(core));
      await clinic.register(exportPersonApi(core));
      await clinic.register(duplicatesApi({ ...core, onMerges: followedWhenMerged(core.clock) }));
      await clinic.register(timelineApi(core));
      await clinic.register(tasksApi(core));
      await clinic.register(consentsApi(core));
      await clinic.register(optOutsApi(core));
      await clinic.register(decisionsApi(core));
      await clinic.register(appointmentsApi(core));
      await clinic.register(practitionersApi(core));
      await clinic.register(careApi(core));
      await clinic.register(eventsApi(core));
      await clinic.register(webhooksApi(core));
      await clinic.register(eventIntakeApi(core));
      await clinic.register(fhirApi(core));
      await clinic.register(routingDraftsApi(core));
      await clinic.register(speechApi(core));
      await clinic.register(auditApi(core));
      await clinic.register(clinicSettingsApi(core));
      await clinic.register(contactSettingsApi(core));
      await clinic.register(routingPublicationsApi(core));
      await clinic.register(holidaysApi);
      await clinic.register(greetingsApi(core));
      await clinic.register(workflowApis(core));
    },
    { prefix: '/api/v1/clinics/:clinicId' },
  );
  await server.register(installationScope(options, core, access.signedIn), {
    prefix: '/api/v1/installation',
  });
  assertGuarded(server.listRoutes());
  await server.listen({ host: config.HOST, port: config.PORT });
  await connectNumbers(core, publicUrl);
  return server.listRoutes();
};

const startWorker = async (core: Core): Promise<void> => {
  const calls = callJobs(core);
  await core.jobs.work(
    [
      ...calls.handlers,
      ...voicemailHandlers(core),
      ...accountHandlers({ ...core, secret: core.secrets.authSecret }),
      ...importHandlers(core),
      ...patientHandlers(core),
      ...webhookHandlers(core),
      ...workflowHandlers(core),
      ...encryptionHandlers(core),
    ],
    [
      ...staffCrons(core),
      ...patientCrons(core),
      ...careCrons(core),
      ...calls.crons,
      ...messageCrons(core),
      ...voicemailCrons(core),
      ...importCrons(core),
      ...speechCrons(core),
      ...settingsCrons(core),
      ...encryptionCrons(core),
      ...routingCrons(core),
    ],
  );
};

const startParts = async (
  options: AppOptions,
  closing: (() => Promise<unknown>)[],
): Promise<Omit<App, 'close'>> => {
  const core = await startCore(options, closing);
  const routes = options.roles.web ? await startWeb(options, core, closing) : [];
  if (options.roles.worker) {
    await startWorker(core);
    const delivery = await runDelivery(core, options.connection);
    closing.push(() => delivery.close());
    const dialling = await runDialling(core, options.connection);
    closing.push(() => dialling.close());
    const workflows = await runWorkflows({ ...core, consumers: [queueDeliveries(core)] }, options.connection);
    closing.push(() => workflows.close());
  }
  return { port: options.roles.web ? options.config.PORT : null, routes };
};
