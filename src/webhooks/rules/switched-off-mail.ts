import type { Language } from '../../clinics/rules/language.ts';

type SwitchedOff = { name: string; clinic: string; host: string; link: string };

const lines = (...parts: string[]): string => `${parts.join('\n')}\n`;

/** Tells an owner that another system hears no more. The host alone: an address may hold a password. */
export const writeSwitchedOffMail = (
  language: Language,
  { name, clinic, host, link }: SwitchedOff,
): { subject: string; text: string } =>
  language === 'de'
    ? {
        subject: `Webhook abgeschaltet: ${host} – ${clinic}`,
        text: lines(
          `Guten Tag ${name},`,
          '',
          `${host} nimmt keine Ereignisse von ${clinic} mehr an. Frontdesk hat den Webhook deshalb abgeschaltet.`,
          '',
          'Es ist nichts verloren: Wenn das andere System wieder erreichbar ist, schalten Sie den Webhook hier wieder ein und lassen nachsenden, was fehlt:',
          link,
        ),
      }
    : {
        subject: `Webhook switched off: ${host} – ${clinic}`,
        text: lines(
          `Hello ${name},`,
          '',
          `${host} takes no more events of ${clinic}. Frontdesk has switched the webhook off.`,
          '',
          'Nothing is lost: once the other system can be reached again, switch the webhook on here and have sent what is missing:',
          link,
        ),
      };
