// Every workflow of the gallery in the sandbox, from its event to its last step, in both languages: each with a patient of
// its own, all of them on one clock that is moved from one planned time to the next, over the night in which it changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { CallListItem } from '../../src/calls/rules/call-views.ts';
import type { Language } from '../../src/clinics/rules/language.ts';
import { callBell } from '../../src/dialling/call-bell.ts';
import { eventBell } from '../../src/events/event-bell.ts';
import { recordEvent } from '../../src/events/record-event.ts';
import { eventKinds } from '../../src/events/rules/event-kinds.ts';
import { inClinic } from '../../src/platform/database/database.ts';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import { hangsOnAppointment } from '../../src/workflows/rules/moment.ts';
import { programOf } from '../../src/workflows/rules/program.ts';
import { contentOf, isSend } from '../../src/workflows/rules/send.ts';
import type { Localized } from '../../src/workflows/rules/steps.ts';
import type { TemplateItem } from '../../src/workflows/rules/template-views.ts';
import type { ExecutionView, InstanceView, WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { insertVisit } from '../fixtures/insert-visit.ts';
import type { ClinicDrivers } from '../fixtures/installation-drivers.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { requestJson } from '../fixtures/installation-requests.ts';
import { startInstallation } from '../fixtures/installation.ts';
import type { Telephone } from '../fixtures/installation-telephones.ts';

const world = await startInstallation({ startsAt: Temporal.Instant.from('2028-03-06T12:00:00Z') });
const patience = 120_000;

type Scene = {
  clinic: ClinicDrivers;
  manager: string;
  zone: string;
  language: Language;
  /** the Tuesday before the clocks change; no holiday is near */
  tuesday: string;
  number: string;
};
type Api = Awaited<ReturnType<ClinicDrivers['staff']>>['api'];
type Part = { key: string; scene: Scene; api: Api; patientId: string; telephone: Telephone; email: string };

const at = ({ tuesday, zone }: Scene, days: number, time: string): Temporal.Instant =>
  Temporal.PlainDate.from(tuesday)
    .add({ days })
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toInstant();

/** Puts an appointment into the book as it is found there when this event happens, and records the event. */
const appointment =
  (
    kind: 'APPOINTMENT_SCHEDULED' | 'APPOINTMENT_COMPLETED' | 'APPOINTMENT_NO_SHOW',
    days: number,
    time: string,
  ) =>
  async ({ scene, patientId }: Part): Promise<void> => {
    const startsAt = at(scene, days, time);
    const endsAt = startsAt.add({ minutes: 30 });
    const status = {
      APPOINTMENT_SCHEDULED: 'booked',
      APPOINTMENT_COMPLETED: 'completed',
      APPOINTMENT_NO_SHOW: 'no-show',
    };
    await inClinic(world.database, scene.clinic.id, async (trx) => {
      const id = await insertVisit(trx, patientId, startsAt, status[kind]);
      const payload = eventKinds[kind].payload.parse({
        startsAt: startsAt.toString(),
        endsAt: endsAt.toString(),
      });
      await recordEvent(trx, {
        kind,
        occurredAt: world.clock.product.now(),
        patientId,
        appointmentId: id,
        payload,
      });
    });
  };

const lastVisitInSummer = ({ scene, patientId }: Part): Promise<void> =>
  inClinic(world.database, scene.clinic.id, async (trx) => {
    const startsAt = at(scene, -220, '10:00');
    await insertVisit(trx, patientId, startsAt, 'completed');
  });

/** Calls, listens, and hangs up before anybody answers. */
const calls = async ({ scene, telephone }: Part): Promise<void> => {
  await telephone.events.skip();
  await telephone.dial(scene.clinic.phoneNumber);
  await telephone.waitFor('heard', patience);
  await telephone.hangUp();
};

/** Calls as well; somebody of the staff hears that it is an emergency. */
const callsInNeed = async (part: Part): Promise<void> => {
  await calls(part);
  const { items } = await part.api.get<{ items: CallListItem[] }>('calls?limit=20');
  const { id } = items.find(({ from }) => from === part.telephone.number)!;
  await part.api.put(`calls/${id}/emergency`, { emergency: true });
};

const birthday = ({ scene, patientId }: Part): Promise<void> =>
  inClinic(world.database, scene.clinic.id, async (trx) => {
    const payload = { date: scene.tuesday, age: 40 };
    await recordEvent(trx, { kind: 'BIRTHDAY', occurredAt: world.clock.product.now(), patientId, payload });
  });

const agrees =
  (purpose: string) =>
  async ({ api, patientId }: Part): Promise<void> => {
    const obtainedAt = world.clock.product.now().subtract({ hours: 1 }).toString();
    await api.post(`patients/${patientId}/consents`, {
      purposes: [purpose],
      method: 'paper-form',
      obtainedAt,
    });
  };

const plan = async ({ api, patientId }: Part): Promise<string> => {
  const body = { name: 'Aligners', link: 'https://plans.example/881' };
  return (await api.post<{ id: string }>(`patients/${patientId}/treatment-plans`, body)).id;
};
const treatmentBegins = async (part: Part): Promise<void> => {
  const id = await plan(part);
  await part.api.patch(`treatment-plans/${id}`, { phase: 'active' });
};

const paymentFails = async ({ api, patientId }: Part): Promise<void> => {
  const body = { amountCents: 12_500, link: 'https://pay.example/2041' };
  const { id } = await api.post<{ id: string }>(`patients/${patientId}/payments`, body);
  await api.patch(`payments/${id}`, { status: 'failed' });
};

const noAnswer = (step: string): string[] => [`${step} waiting`, `${step} failed`];
const heard = (step: string): string[] => [`${step} waiting`, `${step} done`];

type Play = {
  before?: (part: Part) => Promise<void>;
  begin: (part: Part) => Promise<void>;
  /** each step with what became of it; waits with how long, or how long before the appointment */
  story: string[];
};

const plays: Record<string, Play> = {
  'incoming-call-follow-up': {
    begin: calls,
    story: ['note done', 'five-minutes PT5M', 'thank-you done', 'one-day P1D', 'still-open no'],
  },
  'appointment-reminder-call': {
    begin: appointment('APPOINTMENT_SCHEDULED', 8, '10:30'),
    story: [
      'week-before -P7D',
      ...noAnswer('first-call'),
      'not-reached yes',
      'five-minutes PT5M',
      'sms done',
      'day-before -P1D',
      ...heard('final-call'),
    ],
  },
  'post-appointment-call': {
    begin: appointment('APPOINTMENT_COMPLETED', 0, '08:30'),
    story: [
      'one-day P1D',
      ...noAnswer('call'),
      'five-minutes PT5M',
      'note done',
      'not-reached yes',
      'next-day P1D',
      'sms done',
    ],
  },
  'missed-appointment': {
    begin: appointment('APPOINTMENT_NO_SHOW', 0, '08:30'),
    story: [
      'one-hour PT1H',
      ...noAnswer('call'),
      'five-minutes PT5M',
      'sms done',
      'one-day P1D',
      'reschedule done',
    ],
  },
  'treatment-plan-discussion': {
    begin: async (part) => void (await plan(part)),
    story: [...noAnswer('call'), 'five-minutes PT5M', 'plan-link done', 'one-day P1D', 'callback done'],
  },
  'post-procedure-check-in': {
    begin: async ({ api, patientId }) => {
      await api.post(`patients/${patientId}/procedures`, { name: 'Extraction', done: true });
    },
    story: [
      'one-day P1D',
      ...noAnswer('first-call'),
      'five-minutes PT5M',
      'note done',
      'three-days P3D',
      ...heard('second-call'),
    ],
  },
  'payment-reminder': {
    before: agrees('billing'),
    begin: paymentFails,
    story: [
      ...noAnswer('first-call'),
      'five-minutes PT5M',
      'payment-link done',
      'one-day P1D',
      ...heard('second-call'),
    ],
  },
  'appointment-reminders': {
    begin: appointment('APPOINTMENT_SCHEDULED', 6, '11:00'),
    story: [
      'confirmation-email done',
      'confirmation-sms done',
      // 48 hours are an hour more on the clock in this night
      'two-days-before -P2DT1H',
      'reminder done',
      'morning -PT3H',
      'morning-sms done',
    ],
  },
  'new-patient-welcome': {
    begin: appointment('APPOINTMENT_SCHEDULED', 8, '12:00'),
    story: [
      'welcome done',
      'one-day P1D',
      'form-missing yes',
      'intake-reminder done',
      'three-days-before -P3D',
      'what-to-expect done',
    ],
  },
  'post-bonding-care': {
    begin: treatmentBegins,
    story: ['welcome done', 'three-days P3D', 'care-tips done', 'four-more-days P4D', 'check-in done'],
  },
  recall: {
    before: lastVisitInSummer,
    begin: async () => {},
    story: ['invitation done', 'one-week P7D', 'second-invitation done'],
  },
  'missed-call': {
    begin: calls,
    story: ['a-moment PT5M', 'sorry done', 'an-answer PT2H', 'answered no', 'callback done'],
  },
  'emergency-call': {
    begin: callsInNeed,
    story: ['note done', 'tell-team done', 'urgent-appointment done'],
  },
  birthday: { before: agrees('marketing'), begin: birthday, story: ['ten-o-clock @10:00', 'greeting done'] },
};

const ring = async (): Promise<void> => {
  await sql`SELECT pg_notify(${eventBell}, ''), pg_notify(${callBell}, '')`.execute(world.database);
};
const until = async (moment: Temporal.Instant): Promise<void> => {
  const now = world.clock.product.now();
  if (Temporal.Instant.compare(moment, now) > 0) await world.skip(now.until(moment));
  await ring();
};

/** A patient of this clinic with a telephone that nobody answers. */
const enter = async (scene: Scene, api: Api, key: string, index: number): Promise<Part> => {
  const number = `${scene.number}${String(60 + index)}`;
  const email = `${key}.${scene.language}@mail.example`;
  const name = { givenName: 'Robin', familyName: `Nr${index}` };
  const url = `${world.sandboxUrl}/telephones/api/handsets/${encodeURIComponent(number)}`;
  const handset = {
    name: `Robin Nr${index}`,
    role: 'patient',
    clinic: scene.clinic.name,
    language: scene.language,
    email,
  };
  await requestJson('PUT', url, { body: handset });
  const { id } = await api.post<{ id: string }>('patients', {
    ...name,
    language: scene.language,
    phoneNumbers: [{ number, kind: 'mobile', preferred: true, takesSms: true, unreachable: false }],
    emails: [{ email, preferred: true }],
  });
  const telephone = scene.clinic.stranger(number);
  await telephone.behave({ onCall: 'no-answer' });
  return { key, scene, api, patientId: id, telephone, email };
};

/** Publishes the entry, lets its event happen, and sees to it that no other patient comes in. @returns the instance */
const start = async (part: Part, { before, begin }: Play): Promise<() => Promise<InstanceView>> => {
  const { api, key, patientId } = part;
  await before?.(part);
  const made = await api.post<WorkflowView>('workflows', { name: key, templateKey: key });
  const path = `workflows/${made.id}`;
  const live = await api.post<WorkflowView>(`${path}/publish`, { revision: made.revision, underWay: 'keep' });
  await begin(part);
  const find = async (): Promise<string | undefined> => {
    const list = `workflow-instances?workflowId=${made.id}&patientId=${patientId}`;
    const page = await api.get<{ instances: { id: string }[] }>(list);
    return page.instances[0]?.id;
  };
  const told = async (): Promise<InstanceView> => api.get(`workflow-instances/${(await find())!}`);
  if (key === 'recall') return told;
  await ring();
  await eventually(`the instance of ${key}`, find, patience);
  const nobody = {
    combinator: 'and',
    rules: [{ field: 'patient.tags', operator: 'contains', value: 'nobody' }],
  };
  const { trigger, ...rest } = live.definition!;
  const draft = { ...rest, trigger: { ...trigger, filter: nobody } };
  const { revision } = await api.patch<WorkflowView>(path, { revision: live.revision, draft });
  await api.post(`${path}/publish`, { revision, underWay: 'keep' });
  return told;
};

type Standing = { busy: number; running: number; next: Temporal.Instant | null };

/** What is still under way now, and when the next of these patients' instances goes on by itself. */
const standing = ({ clinic }: Scene, parts: readonly Part[]): Promise<Standing> =>
  inClinic(world.database, clinic.id, async (trx) => {
    const now = world.clock.product.now();
    const { rows } = await sql<Standing>`
      SELECT count(*)::integer AS running, min(wake_at) FILTER (WHERE state->'position'->>'doing' <> 'calling') AS next,
        (count(*) FILTER (WHERE wake_at <= ${now} OR state->'position'->>'doing' = 'calling')
          + (SELECT count(*) FROM undispatched_events u WHERE u.clinic_id = ${trx.clinicId})
          + (SELECT count(*) FROM message_outbox o WHERE o.clinic_id = ${trx.clinicId} AND o.due_at <= ${now}))::integer AS busy
      FROM workflow_instances WHERE clinic_id = ${trx.clinicId} AND status = 'running'
        AND patient_id = ANY(${parts.map(({ patientId }) => patientId)}::uuid[])`.execute(trx);
    return rows[0]!;
  });

const settled = (scene: Scene, parts: readonly Part[]): Promise<Standing> =>
  eventually(
    'everything that is due',
    async () => {
      await ring();
      const found = await standing(scene, parts);
      return found.busy === 0 && found;
    },
    patience,
  );

/** How the story goes on the clock of the clinic: `one-day P1D`, `two-days-before -P2DT1H`. */
const lineOf = (
  { step, outcome, reason, detail, at: when }: ExecutionView,
  { zone }: Scene,
  told: InstanceView,
): string => {
  const place = step === null ? undefined : programOf(told.definition!).places.get(step)?.step;
  if (place?.do === 'CONDITION') return `${step} ${reason}`;
  if (place?.do !== 'WAIT' || outcome !== 'waiting') return `${step} ${outcome}`;
  const local = (text: string): Temporal.ZonedDateTime =>
    Temporal.Instant.from(text).toZonedDateTimeISO(zone);
  const end = local(String(detail['until']));
  const largestUnit = 'days';
  if (hangsOnAppointment(place.for))
    return `${step} -${end.until(local(told.appointment!.startsAt), { largestUnit }).toString()}`;
  if (place.for.until === 'later') return `${step} ${local(when).until(end, { largestUnit }).toString()}`;
  return `${step} @${end.toPlainTime().toString({ smallestUnit: 'minute' })}`;
};

/** The text as a pattern: what is filled in may be anything. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\{.*?\}\}|\{%.*?%\}/)
      .map((part) =>
        part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`),
      )
      .join(String.raw`[\s\S]*?`),
  );

const textsSent = (definition: Definition, told: InstanceView, channel: 'sms' | 'email'): Localized[] =>
  told.executions.flatMap(({ step, message }) => {
    const place = step === null ? undefined : programOf(definition).places.get(step)?.step;
    if (place === undefined || !isSend(place) || message?.channel !== channel) return [];
    const content = contentOf(place);
    return 'text' in content ? [channel === 'sms' ? content.text : content.subject!] : [];
  });

/** What the patient has read is what the gallery says, in their language. */
const checkTexts = async ({ scene, telephone, email }: Part, told: InstanceView): Promise<void> => {
  const url = `${world.sandboxUrl}/telephones/api/handsets/${encodeURIComponent(telephone.number)}/messages`;
  const messages = await requestJson<{ body: string; from: string }[]>('GET', url);
  const read = messages.filter(({ from }) => from === scene.clinic.phoneNumber);
  const wanted = textsSent(told.definition!, told, 'sms');
  assert.equal(read.length, wanted.length, `${scene.language}: as many messages as steps that sent one`);
  for (const text of wanted)
    assert.ok(
      read.some(({ body }) => patternOf(text[scene.language]!).test(body)),
      text[scene.language] ?? '',
    );
  const subjects = (await scene.clinic.mails(email)).map(({ subject }) => subject);
  for (const subject of textsSent(told.definition!, told, 'email'))
    assert.ok(
      subjects.some((one) => patternOf(subject[scene.language]!).test(one)),
      subject[scene.language] ?? '',
    );
};

/** Whoever has been called twice has heard the second call to its last sentence. */
const checkCalls = async ({ scene, telephone }: Part, told: InstanceView): Promise<void> => {
  for (const { step, outcome } of told.executions) {
    const place = step === null ? undefined : programOf(told.definition!).places.get(step)?.step;
    if (place?.do !== 'MAKE_PHONE_CALL' || outcome !== 'done') continue;
    const last = place.script[scene.language]!.split(/(?<=\.) /).at(-1)!;
    await telephone.waitFor(({ type, text = '' }) => type === 'heard' && text.includes(last), patience);
  }
};

/** Whose first call nobody answered is at home for the second. */
const comeHome = async (
  { telephone }: Part,
  { story }: Play,
  tell: () => Promise<InstanceView>,
): Promise<void> => {
  if (story.filter((line) => line.endsWith(' waiting')).length < 2) return;
  const { executions } = await tell();
  const failed = executions.some(({ kind, outcome }) => kind === 'MAKE_PHONE_CALL' && outcome === 'failed');
  if (failed) await telephone.behave({ onCall: 'answer' });
};

const playAll = async (scene: Scene): Promise<void> => {
  const { api } = await scene.clinic.staff(scene.manager);
  await until(at(scene, 0, '09:40'));
  const { templates } = await api.get<{ templates: TemplateItem[] }>('workflow-templates');
  const usable = templates.filter(({ faults }) => faults.length === 0).map(({ key }) => key);
  assert.deepEqual(usable.toSorted(), Object.keys(plays).toSorted());
  const parts: Part[] = [];
  const stories = new Map<Part, () => Promise<InstanceView>>();
  for (const [index, key] of usable.entries()) {
    const part = await enter(scene, api, key, index);
    parts.push(part);
    stories.set(part, await start(part, plays[key]!));
  }
  // More turns than there are times at which something is planned.
  for (let turns = 0; turns < 100; turns += 1) {
    const { running, next } = await settled(scene, parts);
    if (running === 0 || next === null) break;
    for (const part of parts) await comeHome(part, plays[part.key]!, stories.get(part)!);
    await until(next);
  }
  for (const part of parts) {
    const told = await stories.get(part)!();
    assert.equal(told.status, 'done', part.key);
    const lines = told.executions.map((one) => lineOf(one, scene, told));
    assert.deepEqual(lines, plays[part.key]!.story, `${part.key} ${scene.language}`);
    await checkTexts(part, told);
    await checkCalls(part, told);
  }
};

test('in English, over the night of 12 March', () =>
  playAll({
    clinic: world.english,
    manager: 'Daniel Brooks',
    zone: 'America/Chicago',
    language: 'en',
    tuesday: '2028-03-07',
    number: '+131255501',
  }));

test('in German, over the night of 26 March', () =>
  playAll({
    clinic: world.german,
    manager: 'Stefan Krüger',
    zone: 'Europe/Berlin',
    language: 'de',
    tuesday: '2028-03-21',
    number: '+4930231250',
  }));
