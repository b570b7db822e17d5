import type { Words } from '../ui/words.ts';
import type { accountsEn } from './accounts.en.ts';

export const accountsDe: Words<typeof accountsEn> = {
  signIn: {
    title: 'Anmelden',
    text: 'und die Anrufe Ihrer Praxis annehmen',
    email: 'E-Mail',
    password: 'Passwort',
    showPassword: 'Passwort anzeigen',
    action: 'Anmelden',
    wrong: 'E-Mail oder Passwort ist falsch.',
    forgotten: 'Passwort vergessen?',
  },
  code: {
    title: 'Zweiter Faktor',
    text: 'Ihre Authentifizierungs-App zeigt sechs Ziffern. Ohne Ihr Telefon nehmen Sie einen Ihrer Ersatzcodes.',
    label: 'Sechs Ziffern oder ein Ersatzcode',
    wrong: 'Dieser Code ist falsch oder wurde schon benutzt.',
    back: 'Zurück zum Passwort',
  },
  roles: { owner: 'Inhaber/in', manager: 'Leitung', receptionist: 'Empfang', readonly: 'Nur lesen' },
  noClinic: {
    title: 'Ihr Konto gehört noch zu keiner Praxis',
    text: 'Bitten Sie die Inhaberin oder den Inhaber der Praxis, Sie aufzunehmen.',
  },
  menu: 'Ihr Konto',
  myAccount: 'Mein Konto',
  signOut: 'Abmelden',
  switchClinic: 'Praxis',
  switchWhileCalling: 'Sie können die Praxis wechseln, sobald Ihr Gespräch beendet ist.',
};
