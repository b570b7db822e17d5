import type { InstanceQuery } from '../../../src/workflows/rules/instance-query.ts';
import { addDays, instantOf } from '../../ui/zoned-time.ts';
import type { PeopleFilter } from '../workflow-search.ts';

/** The filter of the page as the server takes it: days become instants of the clinic's zone, the last one included. */
export const peopleQuery = (
  workflowId: string | null,
  { from, to, failedFrom, ...filter }: PeopleFilter,
  timeZone: string,
): InstanceQuery => ({
  ...(workflowId === null ? {} : { workflowId }),
  ...filter,
  ...(from === undefined ? {} : { from: instantOf(from, '00:00', timeZone) }),
  ...(failedFrom === undefined ? {} : { failedFrom: instantOf(failedFrom, '00:00', timeZone) }),
  ...(to === undefined ? {} : { to: instantOf(addDays(to, 1), '00:00', timeZone) }),
});
