import { recordAudit } from '../audit/record-audit.ts';
import { showCare } from '../care/show-care.ts';
import { showPatient } from '../patients/show-patient.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { readTimelineCursor } from './rules/timeline-cursor.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import { writeFhir, type FhirBundle } from './rules/write-fhir.ts';
import { tellTimeline } from './tell-timeline.ts';

const kinds = ['call', 'voicemail', 'message', 'appointment', 'note'] as const;

/** More rows of one kind nobody has. */
const everything = 100_000;

const wholeStory = async (
  trx: ClinicTransaction,
  patientId: string,
  readerId: string,
): Promise<TimelineEntry[]> => {
  const entries: TimelineEntry[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const before = cursor === '' ? null : readTimelineCursor(cursor);
    const page = await tellTimeline(trx, patientId, { kinds, before, limit: 500 }, readerId);
    entries.push(...(page?.entries ?? []));
    cursor = page?.nextCursor ?? null;
  }
  return entries;
};

/** "Give me everything you have on me": null when the clinic has no such person. */
export const exportPerson = async (
  trx: ClinicTransaction,
  patientId: string,
  by: { userId: string; at: Temporal.Instant },
): Promise<FhirBundle | null> => {
  const view = await showPatient(trx, patientId, by);
  if (view === null) return null;
  const entries = await wholeStory(trx, patientId, by.userId);
  await recordAudit(trx, { ...by, action: 'patient.exported', subject: { kind: 'patient', id: patientId } });
  const care = await showCare(trx, patientId, by.at, everything);
  return care && writeFhir(view, { entries, care }, by.at.toString());
};
