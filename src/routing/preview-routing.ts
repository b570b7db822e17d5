import { previewCall } from '../calls/rules/preview-call.ts';
import { factsOf, matchCaller } from '../patients/match-caller.ts';
import { numbersOfPatient } from '../patients/numbers-of-patient.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { loadDraft } from './load-draft.ts';
import { loadRouting } from './load-routing.ts';
import type { CallerFacts } from './rules/caller-facts.ts';
import type { Preview } from './rules/preview-view.ts';
import { snapshotOfDocument } from './rules/snapshot-of-document.ts';

/** Of whoever calls from this person's number; null: they have none that anybody would know them by. */
const callerFacts = async (
  trx: ClinicTransaction,
  patientId: string,
  now: Temporal.Instant,
): Promise<CallerFacts | 'no-such-patient' | null> => {
  const numbers = await numbersOfPatient(trx, patientId);
  if (numbers === null) return 'no-such-patient';
  const [number] = numbers;
  return number === undefined ? null : factsOf(await matchCaller(trx, number, now));
};

/**
 * What would happen to a call to this number at `at`. Hours and holidays are those of `at`; who is online, available
 * and free is as it is now.
 * @param number '' = any number without settings of its own
 * @param callerId a patient who calls from their number; null: somebody whom nobody knows
 * @returns null when the clinic has no call settings
 */
export const previewRouting = async (
  trx: ClinicTransaction,
  call: { number: string; digits: string; draft: boolean; at: Temporal.Instant; callerId: string | null },
  now: Temporal.Instant,
): Promise<Preview | 'no-such-patient' | null> => {
  const live = await loadRouting(trx, call.number, now);
  if (!live) return null;
  const setup = call.draft ? await loadDraft(trx) : null;
  const snapshot = setup?.draft ? snapshotOfDocument(setup.draft.document, call.number, live) : live;
  const caller = call.callerId === null ? null : await callerFacts(trx, call.callerId, now);
  if (caller === 'no-such-patient') return caller;
  const names = new Map(snapshot.staff.map(({ id, name }) => [id, name]));
  return {
    at: call.at.toString(),
    digits: call.digits,
    steps: previewCall(snapshot, call.at, call.digits, caller).map(
      ({ seconds, kind, reason, staffId, detail = {} }) => ({
        seconds,
        kind,
        reason,
        staff: staffId === undefined ? null : { staffId, name: names.get(staffId) ?? '' },
        detail,
      }),
    ),
  };
};
