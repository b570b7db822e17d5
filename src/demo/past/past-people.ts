import type { SeededClinic } from '../seed-demo.ts';

/** The staff with accounts, by name. */
export type Team = Map<string, { staffId: string; userId: string }>;

/** @throws where the demo's past names somebody who is not there */
export const memberOf = (team: Team, name: string): { staffId: string; userId: string } => {
  const member = team.get(name);
  if (!member) throw new Error('the past of the demo names somebody who is not on its staff');
  return member;
};

/** @param who full name of a patient, name of a lead, or a number */
export const numberOf = ({ patients, leads }: SeededClinic, who: string): string => {
  if (who.startsWith('+')) return who;
  const number =
    patients.find(({ givenName, familyName }) => `${givenName} ${familyName}` === who)?.phoneNumber ??
    leads.find(({ name }) => name === who)?.phoneNumber;
  if (number === undefined) throw new Error('the past of the demo names somebody whom nobody knows');
  return number;
};
