import { loadCare } from '../../care/load-care.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectClinicWords, selectReachable, type ClinicWords } from '../delivery/recipients.store.ts';
import { chooseRecipient } from '../rules/choose-recipient.ts';
import { formatPhone } from '../rules/format-phone.ts';
import { countSegments, longestText } from '../rules/segments.ts';
import { subjectValues, type MessageSubject } from '../rules/subject-values.ts';
import type { TemplateText } from '../rules/template-texts.ts';
import type { TemplateDraft, TemplateFault, TemplatePreview } from '../rules/template-views.ts';
import { exampleValues, nestValues, variablesFor, type VariableValues } from '../rules/template-variables.ts';
import { selectAppointments, selectPeople } from './subjects.store.ts';
import { checkTemplate, fillTemplate } from '../rules/template-engine.ts';
import { selectPrices, selectSomeAppointment } from './templates.store.ts';

type Draft = Pick<TemplateDraft, 'channel' | 'about' | 'texts'>;
type Language = 'en' | 'de';

/** A preview makes no link that opens anything. */
const exampleOf = (variable: 'link.page' | 'link.unsubscribe'): string =>
  variablesFor('patient').find(([name]) => name === variable)![1].en;

/** The patient, who receives their messages, and their appointment, as a message of now would name them. */
const subjectOf = async (
  trx: ClinicTransaction,
  patientId: string,
  channel: TemplateDraft['channel'],
  clinic: ClinicWords,
  now: Temporal.Instant,
): Promise<MessageSubject | null> => {
  const reachable = (await selectReachable(trx, [patientId])).get(patientId);
  if (reachable === undefined) return null;
  const { timeZone, name, firstNumber, country } = clinic;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const recipientId =
    chooseRecipient(reachable.patient, reachable.guardians, channel, today)?.personId ?? patientId;
  const people = await selectPeople(trx, [patientId, recipientId]);
  const asked = { patientId, planId: null, procedureId: null, paymentId: null };
  const appointmentId = await selectSomeAppointment(trx, patientId, now);
  const appointments = await selectAppointments(trx, appointmentId === null ? [] : [appointmentId]);
  return {
    patient: people.get(patientId)!,
    recipient: people.get(recipientId)!,
    clinic: { name, timeZone, phone: firstNumber === null ? null : formatPhone(firstNumber, country) },
    links: { page: exampleOf('link.page'), unsubscribe: exampleOf('link.unsubscribe') },
    appointment: appointments.get(appointmentId ?? '') ?? null,
    care: (await loadCare(trx, new Map([[patientId, asked]]))).get(patientId) ?? null,
  };
};

/** What this person does not have, of what the texts may name. */
const missingIn = (text: string, about: Draft['about'], values: Record<string, string>): TemplateFault[] =>
  variablesFor(about)
    .filter(([name]) => text.includes(name) && values[name] === undefined)
    .map(([variable]) => ({ fault: 'missing', variable }));

const fillText = (
  { subject, body }: TemplateText,
  draft: Draft,
  values: VariableValues,
  more: readonly TemplateFault[],
  segmentPrice: number,
): NonNullable<TemplatePreview['en']> => {
  const filled = fillTemplate(body, values);
  const head = subject === null ? null : fillTemplate(subject, values);
  const faults = [...more];
  if (filled === '') faults.push({ fault: 'empty' });
  const isSms = draft.channel === 'sms';
  if (isSms && filled !== null && filled.length > longestText) faults.push({ fault: 'too-long' });
  const count = isSms && filled !== null && filled !== '' ? countSegments(filled) : null;
  return {
    subject: head,
    body: filled,
    faults,
    segments: count?.segments ?? null,
    encoding: count?.encoding ?? null,
    priceMicros: count === null ? null : count.segments * segmentPrice,
  };
};

/**
 * What the texts of a template become for one patient, in both languages, and what is wrong with them.
 * @param patientId null: a made-up person
 * @returns null: there is no such patient
 */
export const previewTemplate = async (
  trx: ClinicTransaction,
  draft: Draft,
  patientId: string | null,
  now: Temporal.Instant,
): Promise<TemplatePreview | null> => {
  const clinic = await selectClinicWords(trx);
  const subject = patientId === null ? null : await subjectOf(trx, patientId, draft.channel, clinic, now);
  if (patientId !== null && subject === null) return null;
  const { currency, segmentPriceMicros } = await selectPrices(trx);
  const inLanguage = (language: Language): TemplatePreview['en'] => {
    const text = draft.texts[language];
    if (text === undefined) return null;
    const both = `${text.subject ?? ''}\n${text.body}`;
    const faults: TemplateFault[] = checkTemplate(both, draft.about, language);
    const flat = subject === null ? null : subjectValues(subject, language);
    if (faults.length === 0 && flat !== null) faults.push(...missingIn(both, draft.about, flat));
    const values = flat === null ? exampleValues(draft.about, language) : nestValues(flat);
    return fillText(text, draft, values, faults, segmentPriceMicros);
  };
  const about =
    subject === null
      ? null
      : `${subject.patient.preferredName ?? subject.patient.givenName} ${subject.patient.familyName}`;
  return { en: inLanguage('en'), de: inLanguage('de'), about, currency };
};
