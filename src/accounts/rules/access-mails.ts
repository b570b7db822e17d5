import type { Language } from '../../clinics/rules/language.ts';

export type AccessMailText = { subject: string; text: string };

const lines = (...parts: string[]): string => `${parts.join('\n')}\n`;

/** The mails that let somebody in, in the language of the person. A link is never told why it might be missing. */
export const writePasswordMail = (language: Language, name: string, link: string): AccessMailText =>
  language === 'de'
    ? {
        subject: 'Neues Passwort für Frontdesk',
        text: lines(
          `Guten Tag ${name},`,
          '',
          'für Ihr Konto wurde ein neues Passwort angefordert. Hier legen Sie es fest:',
          link,
          '',
          'Der Link gilt eine Stunde und nur einmal. Danach sind Sie überall abgemeldet.',
          'Waren Sie das nicht? Dann müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
        ),
      }
    : {
        subject: 'A new password for Frontdesk',
        text: lines(
          `Hello ${name},`,
          '',
          'somebody asked for a new password for your account. Set it here:',
          link,
          '',
          'The link holds for one hour and works once. You are then signed out everywhere.',
          'It was not you? Then there is nothing to do: your password stays as it is.',
        ),
      };

export const writeEmailMail = (language: Language, name: string, link: string): AccessMailText =>
  language === 'de'
    ? {
        subject: 'Ihre neue E-Mail-Adresse für Frontdesk',
        text: lines(
          `Guten Tag ${name},`,
          '',
          'mit diesem Link bestätigen Sie, dass Sie sich künftig mit dieser Adresse anmelden:',
          link,
          '',
          'Der Link gilt 24 Stunden. Bis dahin gilt die bisherige Adresse.',
        ),
      }
    : {
        subject: 'Your new e-mail address for Frontdesk',
        text: lines(
          `Hello ${name},`,
          '',
          'confirm with this link that you will sign in with this address:',
          link,
          '',
          'The link holds for 24 hours. Until you open it your old address stays.',
        ),
      };

export const writeInvitationMail = (
  language: Language,
  invitation: { name: string; clinic: string; inviter: string; link: string },
): AccessMailText => {
  const { name, clinic, inviter, link } = invitation;
  return language === 'de'
    ? {
        subject: `Einladung zu ${clinic}`,
        text: lines(
          `Guten Tag ${name},`,
          '',
          `${inviter} lädt Sie ein, bei ${clinic} mit Frontdesk zu arbeiten. Hier nehmen Sie an:`,
          link,
          '',
          'Der Link gilt sieben Tage.',
        ),
      }
    : {
        subject: `Invitation to ${clinic}`,
        text: lines(
          `Hello ${name},`,
          '',
          `${inviter} invites you to work at ${clinic} with Frontdesk. Accept here:`,
          link,
          '',
          'The link holds for seven days.',
        ),
      };
};
