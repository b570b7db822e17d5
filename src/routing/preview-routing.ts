import { previewCall } from '../calls/rules/preview-call.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { loadDraft } from './load-draft.ts';
import { loadRouting } from './load-routing.ts';
import type { Preview } from './rules/preview-view.ts';
import { snapshotOfDocument } from './rules/snapshot-of-document.ts';

/**
 * What would happen to a call to this number at `at`. Hours and holidays are those of `at`; who is online, available
 * and free is as it is now.
 * @param number '' = any number without settings of its own
 * @returns null when the clinic has no call settings
 */
export const previewRouting = async (
  trx: ClinicTransaction,
  call: { number: string; digits: string; draft: boolean; at: Temporal.Instant },
  now: Temporal.Instant,
): Promise<Preview | null> => {
  const live = await loadRouting(trx, call.number, now);
  if (!live) return null;
  const setup = call.draft ? await loadDraft(trx) : null;
  const snapshot = setup?.draft ? snapshotOfDocument(setup.draft.document, call.number, live) : live;
  const names = new Map(snapshot.staff.map(({ id, name }) => [id, name]));
  return {
    at: call.at.toString(),
    digits: call.digits,
    steps: previewCall(snapshot, call.at, call.digits).map(
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
