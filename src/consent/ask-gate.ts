import type { ClinicTransaction } from '../platform/database/database.ts';
import { saveDecisions, uncount, type Moment, type NewDecision } from './decisions.store.ts';
import { loadGateFacts } from './load-gate-facts.ts';
import { lockPeople, selectWhoTheyAre } from './gate-facts.store.ts';
import type { Channel, ContactRequest, Purpose, Voice } from './rules/contact-request.ts';
import type { GateDecision } from './rules/gate-decision.ts';
import { mayContact } from './rules/may-contact.ts';

export type GateQuestion = {
  /** of the contact, deterministic: whoever asks again with it means the same contact, and takes no second place */
  key: string;
  /** who receives it; a merged duplicate is followed */
  patientId: string;
  /** whom it is about, where that is another: their no counts too, when it is said for whatever numbers they have */
  aboutId?: string | null;
  /** keys of contacts that are one with it, its own among them: one message about several children is counted once */
  oneWith?: readonly string[];
  channel: Channel;
  purpose: Purpose;
  /** E.164 or an e-mail address; left out: the person's preferred one that takes the channel */
  to?: string | null;
  /** on calls */
  voice?: Voice;
  /** staff: somebody wrote or pressed this one by hand. Left out: automation */
  by?: ContactRequest['by'];
  /** when the person wrote or called, for `reply` and `opt-out-confirmation` */
  answers?: Temporal.Instant | null;
  characters?: number | null;
  seconds?: number | null;
  recorded?: boolean;
  /** planning reserves nothing; sending takes its place under the caps */
  moment: Moment;
  /** nobody knows whether it was made before: when it is refused now, it keeps the place that it took */
  mayHaveBeenMade?: boolean;
};

/** decisionId: the record of it, to be kept with the contact; null when the clinic has no such person. */
export type GateAnswer = GateDecision & { key: string; decisionId: string | null };

const requestOf = (question: GateQuestion): ContactRequest => ({
  channel: question.channel,
  purpose: question.purpose,
  voice: question.channel === 'call' ? (question.voice ?? 'person') : null,
  by: question.by ?? 'automation',
  answers: question.answers ?? null,
  characters: question.characters ?? null,
  seconds: question.seconds ?? null,
  recorded: question.recorded ?? false,
});

const nobody = (question: GateQuestion): GateAnswer => ({
  key: question.key,
  decisionId: null,
  allowed: false,
  reason: 'no-such-person',
  rule: 'person',
  notBefore: null,
  to: question.to ?? null,
  zone: { zone: 'UTC', source: 'clinic' },
  place: { country: null, region: null, source: 'unknown' },
  basis: null,
  checks: [],
  disclosures: [],
});

/** Decides about each in turn: what was allowed before counts for the next. */
const decideAll = async (
  trx: ClinicTransaction,
  questions: readonly GateQuestion[],
  people: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): Promise<NewDecision[]> => {
  const factsOf = await loadGateFacts(trx, questions, people, now);
  const decided: NewDecision[] = [];
  for (const question of questions) {
    const patientId = people.get(question.patientId);
    if (patientId === undefined) continue;
    const request = requestOf(question);
    const decision = mayContact(request, factsOf(question, patientId, decided, now), now);
    const { key, moment, oneWith = [] } = question;
    const counts =
      moment === 'sending' &&
      decision.allowed &&
      !decided.some((other) => other.counts && oneWith.includes(other.key));
    decided.push({ key, patientId, moment, request, decision, counts });
  }
  return decided;
};

const idsOf = (questions: readonly Omit<GateQuestion, 'moment'>[]): string[] => [
  ...new Set(questions.flatMap(({ patientId, aboutId }) => [patientId, aboutId ?? patientId])),
];

const answersOf = (
  questions: readonly GateQuestion[],
  decided: readonly NewDecision[],
  ids: ReadonlyMap<string, string>,
): GateAnswer[] => {
  const byKey = new Map(decided.map(({ key, decision }) => [key, decision]));
  return questions.map((question) => {
    const decision = byKey.get(question.key);
    return decision === undefined
      ? nobody(question)
      : { ...decision, key: question.key, decisionId: ids.get(question.key) ?? null };
  });
};

/**
 * Asks whether these contacts may be made, and keeps each answer. At the moment of sending the people are locked until the
 * transaction ends and an allowed contact is counted at once: however many ask, nobody gets more than a cap allows.
 * Each key at most once.
 * @param now when planning: the instant at which it is meant to be sent
 * @returns the answers in the order of the questions
 */
export const askGates = async (
  trx: ClinicTransaction,
  questions: readonly GateQuestion[],
  now: Temporal.Instant,
): Promise<GateAnswer[]> => {
  if (questions.length === 0) return [];
  let people = await selectWhoTheyAre(trx, idsOf(questions));
  if (questions.some(({ moment }) => moment === 'sending')) {
    await lockPeople(trx, [...people.values()]);
    // A merge may have been under way: who they are counts from here on.
    people = await selectWhoTheyAre(trx, idsOf(questions));
  }
  const decided = await decideAll(trx, questions, people, now);
  const unsure = new Set(questions.flatMap(({ key, mayHaveBeenMade }) => (mayHaveBeenMade ? key : [])));
  const refused = decided.filter(
    ({ key, moment, decision }) => moment === 'sending' && !decision.allowed && !unsure.has(key),
  );
  if (refused.length > 0)
    await uncount(
      trx,
      refused.map(({ key }) => key),
    );
  const ids = decided.length === 0 ? new Map<string, string>() : await saveDecisions(trx, decided, now);
  return answersOf(questions, decided, ids);
};

/** Asks about one contact; see `askGates`. */
export const askGate = async (
  trx: ClinicTransaction,
  question: GateQuestion,
  now: Temporal.Instant,
): Promise<GateAnswer> => (await askGates(trx, [question], now))[0]!;

/** What the gate would say, each question by itself. Keeps nothing, locks nobody. */
export const previewGates = async (
  trx: ClinicTransaction,
  questions: readonly Omit<GateQuestion, 'moment'>[],
  now: Temporal.Instant,
): Promise<GateAnswer[]> => {
  const planned = questions.map((question) => ({ ...question, moment: 'planning' as const }));
  const people = await selectWhoTheyAre(trx, idsOf(planned));
  const decided = await decideAll(trx, planned, people, now);
  return answersOf(planned, decided, new Map());
};
