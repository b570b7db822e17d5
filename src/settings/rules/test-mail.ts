import type { Language } from '../../clinics/rules/language.ts';

const texts: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'Test mail from Frontdesk',
    text: 'This is the test mail that you asked for. The mail server works.',
  },
  de: {
    subject: 'Test-E-Mail von Frontdesk',
    text: 'Dies ist die Test-E-Mail, die Sie angefordert haben. Der Mailserver funktioniert.',
  },
};

/** What is sent to try out a mail server. */
export const testMail = (language: Language): { subject: string; text: string } => texts[language];
