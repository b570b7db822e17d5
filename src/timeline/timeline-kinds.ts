import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectAppointmentEntries } from './appointment-entries.store.ts';
import { selectCareEntries } from './care-entries.store.ts';
import { selectCallEntries } from './call-entries.store.ts';
import { selectChangeEntries } from './change-entries.store.ts';
import { selectConsentEntries } from './consent-entries.store.ts';
import { selectMessageEntries } from './message-entries.store.ts';
import { selectNoteEntries } from './note-entries.store.ts';
import type { TimelineCursor } from './rules/timeline-cursor.ts';
import type { TimelineEntry, TimelineKind } from './rules/timeline-view.ts';
import { selectTaskEntries } from './task-entries.store.ts';
import { selectVoicemailEntries } from './voicemail-entries.store.ts';

/** Whose timeline, and who reads it. */
export type Subject = { patientId: string; numbers: readonly string[]; readerId: string };
/** The first `limit` entries older than `before`, newest first. */
export type Part = { before: TimelineCursor | null; limit: number };

type Read = (trx: ClinicTransaction, subject: Subject, part: Part) => Promise<TimelineEntry[]>;

/** Every kind of entry there is, and where it is read. A new kind is one line here and its shape in `timeline-view.ts`. */
export const timelineKinds: Record<TimelineKind, Read> = {
  call: selectCallEntries,
  voicemail: selectVoicemailEntries,
  message: selectMessageEntries,
  appointment: selectAppointmentEntries,
  care: selectCareEntries,
  note: selectNoteEntries,
  consent: selectConsentEntries,
  task: selectTaskEntries,
  change: selectChangeEntries,
};
