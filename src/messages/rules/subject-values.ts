import type { CareSubject } from '../../care/rules/care-subject.ts';
import { locales, type Language } from '../../clinics/rules/language.ts';
import { careValues } from './care-values.ts';

/** Who and what one message is about. */
export type MessageSubject = {
  patient: { givenName: string; preferredName: string | null; familyName: string };
  recipient: {
    givenName: string;
    preferredName: string | null;
    familyName: string;
    salutation: string | null;
  };
  clinic: { name: string; phone: string | null; timeZone: string };
  /** made for this one message; null: what is spoken has none */
  links: { page: string; unsubscribe: string } | null;
  appointment: { startsAt: Temporal.Instant; reason: string; practitioner: string } | null;
  /** null: the text speaks of none of it */
  care: CareSubject | null;
};

/** As somebody is called in what is written to them. */
export const firstName = ({
  preferredName,
  givenName,
}: {
  preferredName: string | null;
  givenName: string;
}): string => preferredName ?? givenName;

const timeIn = (at: Temporal.ZonedDateTime, language: Language): string => {
  const text = at.toLocaleString(locales[language], { hour: 'numeric', minute: '2-digit' });
  // The small space before AM is not in the alphabet of text messages: it would make three messages of one.
  return language === 'de' ? `${text} Uhr` : text.replaceAll('\u202f', ' ');
};

/** When somebody is expected, in the clinic's own time: that is where they come to. */
export const visitWords = (
  startsAt: Temporal.Instant,
  timeZone: string,
  language: Language,
): { weekday: string; date: string; time: string } => {
  const at = startsAt.toZonedDateTimeISO(timeZone);
  return {
    weekday: at.toLocaleString(locales[language], { weekday: 'long' }),
    date: at.toLocaleString(locales[language], { day: 'numeric', month: 'long' }),
    time: timeIn(at, language),
  };
};

/** What stands for each variable, in the language of the message. */
export const subjectValues = (subject: MessageSubject, language: Language): Record<string, string> => {
  const { patient, recipient, clinic, links, appointment, care } = subject;
  const values: Record<string, string> = {
    'patient.first_name': firstName(patient),
    'patient.last_name': patient.familyName,
    'patient.full_name': `${firstName(patient)} ${patient.familyName}`,
    'recipient.first_name': firstName(recipient),
    'recipient.last_name': recipient.familyName,
    'recipient.salutation': recipient.salutation ?? '',
    'clinic.name': clinic.name,
    'clinic.phone': clinic.phone ?? '',
    ...(links === null ? {} : { 'link.page': links.page, 'link.unsubscribe': links.unsubscribe }),
    ...(care === null ? {} : careValues(care, language)),
  };
  if (appointment === null) return values;
  const { weekday, date, time } = visitWords(appointment.startsAt, clinic.timeZone, language);
  return {
    ...values,
    'appointment.weekday': weekday,
    'appointment.date': date,
    'appointment.time': time,
    'appointment.reason': appointment.reason,
    'appointment.practitioner': appointment.practitioner,
  };
};
