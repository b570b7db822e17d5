import { chooseTimeZone } from '../patients/rules/choose-time-zone.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { GateQuestion } from './ask-gate.ts';
import type { NewDecision } from './decisions.store.ts';
import {
  selectClinicFacts,
  selectConsents,
  selectCounted,
  selectOptOuts,
  selectPeople,
  type Person,
} from './gate-facts.store.ts';
import type { ContactFacts, CountedContact } from './rules/contact-facts.ts';
import { placeOf } from './rules/contact-place.ts';
import { chooseContactPoint } from './rules/contact-point.ts';

/** The longest cap reaches a week back; a day more for whoever lives behind a date line. */
const daysThatCount = 8;

const groupByPatient = <T extends { patientId: string }>(rows: readonly T[]): Map<string, T[]> =>
  Map.groupBy(rows, ({ patientId }) => patientId);

const pointOf = ({ channel, to }: GateQuestion, { phones, emails }: Person) =>
  chooseContactPoint(channel, to ?? null, phones, emails);

/** What was allowed in this very batch counts already. */
const countedInBatch = (decided: readonly NewDecision[], patientId: string, now: Temporal.Instant) =>
  decided
    .filter((one) => one.patientId === patientId && one.counts)
    .map(({ key, request: { channel, purpose } }): CountedContact => ({ key, channel, purpose, at: now }));

/** Reads everything about these contacts in a handful of queries. @returns the facts of one of them */
export const loadGateFacts = async (
  trx: ClinicTransaction,
  questions: readonly GateQuestion[],
  whoTheyAre: ReadonlyMap<string, string>,
  now: Temporal.Instant,
) => {
  const ids = [...new Set(whoTheyAre.values())];
  const people = await selectPeople(trx, ids);
  const addresses = questions.flatMap((question) => {
    const person = people.get(whoTheyAre.get(question.patientId) ?? '');
    return person === undefined ? [] : (pointOf(question, person).to ?? []);
  });
  const clinic = await selectClinicFacts(trx);
  const consents = groupByPatient(await selectConsents(trx, ids));
  const optOuts = await selectOptOuts(trx, ids, [...new Set(addresses)]);
  const counted = groupByPatient(await selectCounted(trx, ids, now.subtract({ hours: 24 * daysThatCount })));

  return (
    question: GateQuestion,
    patientId: string,
    decided: readonly NewDecision[],
    at: Temporal.Instant,
  ): ContactFacts => {
    const person = people.get(patientId)!;
    const aboutId = whoTheyAre.get(question.aboutId ?? '') ?? patientId;
    const own = new Set([question.key, ...(question.oneWith ?? [])]);
    const { to, reachable } = pointOf(question, person);
    const number = question.channel === 'email' ? null : to;
    const phone = number ?? chooseContactPoint('call', null, person.phones, []).to;
    return {
      to,
      reachable,
      archived: person.archived || people.get(aboutId)!.archived,
      zone: chooseTimeZone(person.timeZone, phone, clinic.zone),
      place: placeOf(person, phone, clinic),
      clinic: { zone: clinic.zone, hours: clinic.hours, holidays: clinic.holidays },
      consents: consents.get(patientId) ?? [],
      optOuts: optOuts.filter(
        (optOut) =>
          optOut.patientId === patientId ||
          (optOut.address === null ? optOut.patientId === aboutId : optOut.address === to),
      ),
      contacts: [...(counted.get(patientId) ?? []), ...countedInBatch(decided, patientId, at)].filter(
        ({ key }) => !own.has(key),
      ),
    };
  };
};
