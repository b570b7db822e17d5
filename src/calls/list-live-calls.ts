import type { ClinicTransaction } from '../platform/database/database.ts';
import { matchCallers } from '../patients/match-caller.ts';
import { selectLastContacts, selectLiveCalls, selectNames, type LiveRow } from './call-views.store.ts';
import type { LiveCall } from './rules/call-views.ts';
import type { CallerView } from '../patients/rules/caller-view.ts';

type Names = Awaited<ReturnType<typeof selectNames>>;

/** Ids that only the call log needs stay out of what the portal is told. */
const viewOf = (
  { kind, name, people, language, nextAppointment, balance, plan }: CallerView,
  lastContacts: CallerView['lastContacts'],
): CallerView => ({
  kind,
  name,
  people,
  language,
  nextAppointment,
  balance,
  plan,
  lastContacts,
});

const ringingOf = ({ state }: LiveRow, names: Names): LiveCall['ringing'] => {
  const { phase } = state;
  if (phase.at === 'outbound' && phase.stage === 'staff')
    return [{ staffId: phase.staffId, name: names.staff.get(phase.staffId) ?? '', via: phase.via }];
  if (phase.at !== 'ringing') return [];
  return phase.ring.map((member) => ({
    staffId: member.staffId,
    name: member.name,
    via: member.portal ? 'portal' : 'phone',
  }));
};

const connectedOf = ({ state }: LiveRow, names: Names): LiveCall['connectedTo'] => {
  const { phase } = state;
  if ((phase.at !== 'connected' && phase.at !== 'held') || phase.staffId === null) return null;
  return { staffId: phase.staffId, name: names.staff.get(phase.staffId) ?? '', via: phase.via ?? 'portal' };
};

const customerNumber = (row: LiveRow): string =>
  row.direction === 'inbound' ? row.from_number : row.to_number;

/** Every call that runs, with who is calling, oldest first. */
export const listLiveCalls = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<LiveCall[]> => {
  const rows = await selectLiveCalls(trx);
  if (rows.length === 0) return [];
  const numbers = [...new Set(rows.map(customerNumber))];
  const callers = await matchCallers(trx, numbers, now);
  const contacts = await selectLastContacts(trx, numbers);
  const names = await selectNames(trx);
  return rows.map((row) => {
    const number = customerNumber(row);
    const departmentId = row.state.wish?.departmentId ?? null;
    return {
      id: row.id,
      direction: row.direction,
      status: row.status,
      statusSince: row.status_since.toString(),
      startedAt: row.started_at.toString(),
      answeredAt: row.answered_at?.toString() ?? null,
      from: row.from_number,
      to: row.to_number,
      forwardedFrom: row.forwarded_from,
      language: row.language,
      caller: viewOf(callers.get(number)!, contacts.get(number) ?? []),
      department:
        departmentId === null ? null : { id: departmentId, name: names.departments.get(departmentId) ?? '' },
      menuChoice: row.state.wish?.menuLabel ?? null,
      emergency: row.state.emergency ?? null,
      ringing: ringingOf(row, names),
      connectedTo: connectedOf(row, names),
    };
  });
};
