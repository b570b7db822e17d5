import { recordAudit } from '../../audit/record-audit.ts';
import { careOfEvent } from '../../care/rules/care-subject.ts';
import { loadCallDay } from '../../dialling/load-day-of-number.ts';
import { loadClinicWords } from '../../messages/delivery/find-recipients.ts';
import { loadMessageDay } from '../../messages/delivery/load-day-of-number.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { loadRelatives } from './load-relatives.ts';
import { loadScenery } from './load-scenery.ts';
import { loadSubjectsAsking } from '../engine/load-subjects.ts';
import type { By } from '../make-workflow.ts';
import { loadEntriesOf } from './load-past-entries.ts';
import { fields } from '../rules/fields.ts';
import type { KnownPerson } from '../rules/play/scene-view.ts';
import { selectEventOf, selectPractitionerNames, selectVisits } from './scenery.store.ts';

export type PersonAsked = {
  patientId: string;
  /** one that has to be among their appointments */
  appointmentId: string | null;
  eventId: string | null;
  /** whose entries count; null: nobody has come in yet */
  workflowId: string | null;
  templateIds: readonly string[];
};

const mostVisits = 20;

/** What the clinic's number has said today of what it may say in a day. */
const loadPaces = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<KnownPerson['paces']> => {
  const { firstNumber, timeZone } = await loadClinicWords(trx);
  if (firstNumber === null) return {};
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const sms = await loadMessageDay(trx, firstNumber, day);
  const call = await loadCallDay(trx, firstNumber, day);
  return { ...(sms && { sms }), ...(call && { call }) };
};

/**
 * Everything that a play has to know of one patient, and a record that it was seen.
 * @returns null: there is no such patient, or no such event of theirs
 */
export const loadPerson = async (
  trx: ClinicTransaction,
  { patientId, appointmentId, eventId, workflowId, templateIds }: PersonAsked,
  { userId, at: now }: By,
): Promise<KnownPerson | null> => {
  const about = { patientId, appointmentId: null, eventId: null };
  const subjectOf = await loadSubjectsAsking(trx, [about], new Set(Object.keys(fields)), now);
  const { clinic: calendar, patient: subject } = subjectOf(about);
  const event = eventId === null ? null : await selectEventOf(trx, patientId, eventId);
  if (subject === null || (eventId !== null && event === null)) return null;
  const payload = event?.payload;
  const sceneryOf = await loadScenery(trx, [{ patientId, payload }], templateIds, { now, since: now });
  const scenery = sceneryOf({ patientId, payload });
  if (scenery === null || scenery.patient === null) return null;
  const [someone] = await selectPractitionerNames(trx);
  const relatives = await loadRelatives(trx, patientId, scenery.readers, now);
  for (const id of [patientId, ...relatives.map((relative) => relative.subject.id)])
    await recordAudit(trx, { userId, at: now, action: 'workflow.played', subject: { kind: 'patient', id } });
  return {
    ...scenery,
    at: now,
    patient: scenery.patient,
    calendar,
    subject,
    event,
    eventCare: careOfEvent(payload) === null ? null : scenery.care,
    visits: await selectVisits(trx, patientId, appointmentId, now, mostVisits),
    relatives,
    paces: await loadPaces(trx, now),
    entries: workflowId === null ? [] : await loadEntriesOf(trx, workflowId, patientId),
    practitioner: someone === undefined ? null : { id: someone[0], name: someone[1] },
  };
};
