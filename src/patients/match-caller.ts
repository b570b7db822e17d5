import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectOwners } from './number-owners.store.ts';
import { lookupNumber } from './rules/caller-number.ts';
import { describeCaller, unknownCaller, type Caller } from './rules/describe-caller.ts';

/**
 * Who each of these numbers probably belongs to, with one query however many there are.
 * @returns a caller for every number given; `lastContacts` is left empty, calls fill it
 */
export const matchCallers = async (
  trx: ClinicTransaction,
  numbers: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Caller>> => {
  const asked = new Map(numbers.map((number) => [number, lookupNumber(number)]));
  const known = [...new Set(asked.values())].filter((number) => number !== null);
  if (known.length === 0) return new Map(numbers.map((number) => [number, unknownCaller]));

  const { patients, leads, guardianships, appointments, plans, clinic } = await selectOwners(trx, known, now);
  const describe = (number: string | null): Caller => {
    const own = patients.filter((patient) => patient.number === number);
    const here = new Set(own.map(({ id }) => id));
    const owners = {
      patients: own,
      leads: leads.filter((lead) => lead.number === number),
      appointments,
      plans,
      guardianships: guardianships.filter((one) => here.has(one.guardianId) && here.has(one.patientId)),
    };
    return number === null ? unknownCaller : describeCaller(owners, clinic);
  };
  return new Map([...asked].map(([number, lookup]) => [number, describe(lookup)]));
};

/** What routing may ask of them. */
export const factsOf = ({ people, language, balance, phases }: Caller) => ({
  vip: people.some(({ vip }) => vip),
  language,
  balanceCents: balance?.cents ?? null,
  phases,
});

/** Who is probably calling, by E.164 number; `unknown` for a withheld or malformed one. */
export const matchCaller = async (
  trx: ClinicTransaction,
  number: string,
  now: Temporal.Instant,
): Promise<Caller> => (await matchCallers(trx, [number], now)).get(number) ?? unknownCaller;
