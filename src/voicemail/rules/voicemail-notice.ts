import { locales, type Language } from '../../clinics/rules/language.ts';

/** What an e-mail may say about a voicemail: it leaves the house, so no name, number or word of the caller. */
export type VoicemailNotice = {
  language: Language;
  clinic: string;
  department: string | null;
  receivedAt: Temporal.Instant;
  timeZone: string;
  durationSeconds: number;
  link: string;
};

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const words = {
  en: {
    subject: (clinic: string) => `New voicemail – ${clinic}`,
    hello: 'A caller has left a voicemail.',
    clinic: 'Clinic',
    department: 'Department',
    received: 'Received',
    duration: 'Length',
    minutes: 'min',
    listen: 'Listen to it in Frontdesk:',
  },
  de: {
    subject: (clinic: string) => `Neue Sprachnachricht – ${clinic}`,
    hello: 'Jemand hat eine Sprachnachricht hinterlassen.',
    clinic: 'Praxis',
    department: 'Abteilung',
    received: 'Eingegangen',
    duration: 'Länge',
    minutes: 'Min.',
    listen: 'In Frontdesk anhören:',
  },
};

export const writeNotice = (notice: VoicemailNotice): { subject: string; text: string } => {
  const { language, clinic, department, receivedAt, timeZone, durationSeconds, link } = notice;
  const say = words[language];
  const received = receivedAt
    .toZonedDateTimeISO(timeZone)
    .toLocaleString(locales[language], { dateStyle: 'full', timeStyle: 'short' });
  const place = department === null ? clinic : `${clinic}, ${department}`;
  const text = [
    say.hello,
    '',
    `${say.clinic}: ${clinic}`,
    ...(department === null ? [] : [`${say.department}: ${department}`]),
    `${say.received}: ${received}`,
    `${say.duration}: ${clock(durationSeconds)} ${say.minutes}`,
    '',
    say.listen,
    link,
    '',
  ].join('\n');
  return { subject: say.subject(place), text };
};
