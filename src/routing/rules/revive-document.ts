import type { RoutingDocument } from './routing-document.ts';
import type { Known } from './fault.ts';

/**
 * A draft or an old publication as it can hold today: people and numbers that are gone are left out, and people who have
 * joined since keep the calls they take now.
 */
export const reviveDocument = (
  old: RoutingDocument,
  published: RoutingDocument,
  { staffIds, phoneNumbers }: Known,
): RoutingDocument => {
  const then = new Set(old.staff.map(({ staffId }) => staffId));
  const departmentIds = new Set(old.departments.map(({ id }) => id));
  const joined = published.staff
    .filter(({ staffId }) => !then.has(staffId))
    .map(({ staffId, routes }) => ({
      staffId,
      routes: routes.filter(({ departmentId }) => departmentId === null || departmentIds.has(departmentId)),
    }));
  return {
    ...old,
    numbers: old.numbers.filter(({ phoneNumber }) => phoneNumbers.has(phoneNumber)),
    staff: [...old.staff.filter(({ staffId }) => staffIds.has(staffId)), ...joined],
  };
};
