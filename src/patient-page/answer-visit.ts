import { setAppointmentStatus } from '../appointments/set-appointment-status.ts';
import type { OpenLink } from '../links/open-link.ts';
import type { AppointmentHook } from '../messages/inbox/change-appointments.ts';
import { findLinkedMessage } from '../messages/inbox/find-linked-message.ts';
import { visitWords } from '../messages/rules/subject-values.ts';
import { tellFacts } from '../messages/delivery/tell-facts.ts';
import { askForNewTime } from '../messages/inbox/write-from-page.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectClinicFace, selectVisits, type Holder } from './patient-page.store.ts';
import { newTimeText } from './rules/new-time-text.ts';
import type { PatientVisit, VisitAnswer } from './rules/patient-page-view.ts';

type Asked = { link: OpenLink; holder: Holder; visit: PatientVisit };

const askNewTime = async (
  trx: ClinicTransaction,
  { link, holder, visit }: Asked,
  { key, text }: Extract<VisitAnswer, { answer: 'new-time' }>,
  now: Temporal.Instant,
): Promise<void> => {
  const { timeZone, language: clinicLanguage } = await selectClinicFace(trx);
  const language = (await findLinkedMessage(trx, link.messageId))?.language ?? clinicLanguage;
  const when = visitWords(Temporal.Instant.from(visit.startsAt), timeZone, language);
  const written = newTimeText(language, { who: visit.who, ...when }, text);
  await askForNewTime(trx, { patientId: holder.id, key, text: written, appointmentId: visit.id }, now);
};

const meanings = { confirm: 'confirm', cancel: 'cancel', 'new-time': 'reschedule' } as const;

/** Where the link came with a workflow's question about this very visit, this is its answer. */
const tellWorkflow = async (
  trx: ClinicTransaction,
  { link, visit }: Asked,
  answer: VisitAnswer['answer'],
  now: Temporal.Instant,
): Promise<void> => {
  const message = await findLinkedMessage(trx, link.messageId);
  if (message === null || message.appointmentId !== visit.id) return;
  const fact = { fact: 'replied', meaning: meanings[answer], text: '' } as const;
  await tellFacts(trx, [{ id: link.messageId, instanceId: message.instanceId, fact }], now);
};

/** Confirms or cancels a visit, or asks for another time, by whoever has the link. */
export const answerVisit = async (
  { onAppointmentsChanged }: AppointmentHook,
  trx: ClinicTransaction,
  { link, holder }: Pick<Asked, 'link' | 'holder'>,
  { visitId, answer }: { visitId: string; answer: VisitAnswer },
  now: Temporal.Instant,
): Promise<'done' | 'no-such-visit' | 'over'> => {
  const visit = (await selectVisits(trx, holder.id, now)).find(({ id }) => id === visitId);
  if (visit === undefined) return 'no-such-visit';
  const asked: Asked = { link, holder, visit };
  if (answer.answer === 'new-time') await askNewTime(trx, asked, answer, now);
  else {
    const status = answer.answer === 'confirm' ? 'confirmed' : 'cancelled';
    if (visit.status === 'cancelled' && status === 'confirmed') return 'over';
    const change = { status, cancelledBy: 'patient', revision: null } as const;
    const by = { userId: null, at: now };
    const { ok } = await setAppointmentStatus(trx, visit.id, change, by, onAppointmentsChanged);
    if (!ok) return 'over';
  }
  await tellWorkflow(trx, asked, answer.answer, now);
  return 'done';
};
