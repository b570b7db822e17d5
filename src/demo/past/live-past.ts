import { inClinic, type ClinicTransaction } from '../../platform/database/database.ts';
import { addTemplate } from '../../messages/templates/keep-template.ts';
import { changeTask } from '../../tasks/change-task.ts';
import { loadTemplate } from '../../workflows/gallery/load-template.ts';
import { makeWorkflow } from '../../workflows/make-workflow.ts';
import { publishWorkflow } from '../../workflows/versions/publish-workflow.ts';
import { englishClinic } from '../english-clinic.ts';
import { germanClinic } from '../german-clinic.ts';
import type { SeededClinic } from '../seed-demo.ts';
import type { DemoPast } from './demo-past.ts';
import { selectCallbacks, selectTeam, setPresence } from './demo-past.store.ts';
import { englishPast } from './english-past.ts';
import { germanPast } from './german-past.ts';
import { liveCall } from './past-calls.ts';
import { openPastDesk, type PastDesk, type PastNeeds } from './past-desk.ts';
import { memberOf, type Team } from './past-people.ts';
import { answerText, receiveText } from './past-texts.ts';
import { instantOf, type Moment } from './past-time.ts';
import { insertPastVisits, momentsOfVisits } from './past-visits.ts';
import { markFinished } from './unfinished-pasts.store.ts';

const pasts: Record<string, DemoPast> = {
  [englishClinic.slug]: englishPast,
  [germanClinic.slug]: germanPast,
};

/** After the first missed call has become a callback, and before the second has. */
const calledBack = { workdaysAgo: 3, at: '09:24' };

/** Before everything else that has happened. */
const beginning = { hours: 24 * 21 };

const publish = async (
  trx: ClinicTransaction,
  { language }: SeededClinic,
  keys: readonly string[],
  by: { userId: string; at: Temporal.Instant },
): Promise<void> => {
  for (const key of keys) {
    const template = await loadTemplate(trx, key);
    if (template === null) continue;
    const { definition: draft, name } = template;
    const id = await makeWorkflow(trx, { name: name[language], templateKey: key, draft }, by);
    if (id !== null) await publishWorkflow(trx, id, { revision: 1, underWay: 'keep' }, by);
  }
};

const keepTemplates = async (
  trx: ClinicTransaction,
  templates: DemoPast['templates'],
  by: { userId: string; at: Temporal.Instant },
): Promise<void> => {
  for (const { en, de, ...about } of templates) {
    const texts = { en: { subject: null, body: en }, de: { subject: null, body: de } };
    await addTemplate(trx, { ...about, channel: 'sms', texts }, by);
  }
};

/** Those who were missed until then have been called back. */
const callBack = (desk: PastDesk, clinic: SeededClinic, userId: string): Promise<void> =>
  inClinic(desk.database, clinic.id, async (trx) => {
    for (const id of await selectCallbacks(trx, desk.clock.now()))
      await changeTask(trx, id, { done: true }, { userId, at: desk.clock.now() });
  });

const momentsOf = (
  desk: PastDesk,
  clinic: SeededClinic,
  past: DemoPast,
  team: Team,
  now: Temporal.Instant,
): Moment[] => [
  {
    at: instantOf(calledBack, clinic.timeZone, now),
    what: () => callBack(desk, clinic, memberOf(team, past.callsBack).userId),
  },
  ...past.calls.map((call) => ({
    at: instantOf(call.when, clinic.timeZone, now),
    what: () => liveCall(desk, clinic, team, call),
  })),
  ...past.texts.flatMap(({ when, from, text, answer }) => {
    const at = instantOf(when, clinic.timeZone, now);
    const written = { at, what: () => receiveText(desk, clinic, from, text) };
    if (answer === undefined) return [written];
    const answered = { what: () => answerText(desk, clinic, team, from, answer) };
    return [written, { at: at.add({ minutes: answer.minutesLater }), ...answered }];
  }),
];

const prepare = async (desk: PastDesk, clinic: SeededClinic, now: Temporal.Instant): Promise<Moment[]> => {
  const past = pasts[clinic.slug];
  if (past === undefined) return [];
  const at = desk.clock.now();
  const { team, userId } = await inClinic(desk.database, clinic.id, async (trx) => {
    const known = await selectTeam(trx);
    const manager = memberOf(known, past.manager);
    await publish(trx, clinic, past.workflows, { userId: manager.userId, at });
    await keepTemplates(trx, past.templates, { userId: manager.userId, at });
    await insertPastVisits(trx, clinic, now);
    return { team: known, userId: manager.userId };
  });
  return [
    ...(await momentsOfVisits(desk, clinic, { yes: past.yes, userId }, now)),
    ...momentsOf(desk, clinic, past, team, now),
  ];
};

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

/** What stays overdue must not keep time from passing. */
const patience = { minutes: 1 };

/** Lets pass what becomes due before `end`. */
const passUntil = async ({ clock, settle }: PastDesk, end: Temporal.Instant): Promise<void> => {
  for (let next = await settle(); next !== null && isBefore(next, end); next = await settle()) {
    const later = isBefore(clock.now(), next) ? next : clock.now().add(patience);
    if (!isBefore(later, end)) return;
    clock.set(later);
  }
};

const liveThrough = async (needs: PastNeeds, clinic: SeededClinic, now: Temporal.Instant): Promise<void> => {
  const desk = openPastDesk(needs, clinic.id, now.subtract(beginning));
  const moments = await prepare(desk, clinic, now);
  const ordered = moments
    .filter(({ at }) => isBefore(at, now))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  for (const { at, what } of ordered) {
    // Several at one moment are seen to together.
    if (isBefore(desk.clock.now(), at)) await passUntil(desk, at);
    if (isBefore(desk.clock.now(), at)) desk.clock.set(at);
    await what();
  }
  await passUntil(desk, now);
  await inClinic(needs.database, clinic.id, async (trx) => {
    await setPresence(trx, null);
    await markFinished(trx);
  });
};

/**
 * Lives through the weeks before the first start, so that nobody begins with empty pages: calls, messages and visits
 * happen one after the other by the product's own actions, at the times they are said to have happened, and workflows
 * follow them. Nothing leaves this process.
 * @param clinics that have just been made
 */
export const livePast = async (
  needs: PastNeeds,
  clinics: readonly SeededClinic[],
  now: Temporal.Instant,
): Promise<void> => {
  for (const clinic of clinics) await liveThrough(needs, clinic, now);
};
