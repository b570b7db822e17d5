import { numbersOfPatient } from '../patients/numbers-of-patient.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { mergeEntries } from './rules/merge-entries.ts';
import { writeTimelineCursor, type TimelineCursor } from './rules/timeline-cursor.ts';
import type { TimelineKind, TimelinePage } from './rules/timeline-view.ts';
import { timelineKinds } from './timeline-kinds.ts';

/** One page of a person's story, newest first; null when the clinic has no such person. */
export const tellTimeline = async (
  trx: ClinicTransaction,
  patientId: string,
  { kinds, before, limit }: { kinds: readonly TimelineKind[]; before: TimelineCursor | null; limit: number },
  readerId: string,
): Promise<TimelinePage | null> => {
  const numbers = await numbersOfPatient(trx, patientId);
  if (numbers === null) return null;
  const subject = { patientId, numbers, readerId };
  const parts = [];
  for (const kind of kinds) parts.push(await timelineKinds[kind](trx, subject, { before, limit: limit + 1 }));
  const { entries, more } = mergeEntries(parts, limit);
  const last = entries.at(-1);
  return { entries, nextCursor: more && last ? writeTimelineCursor(last) : null };
};
