import type { ContactRule } from './contact-rule.ts';
import { workdays } from './contact-windows.ts';

const europeanUnion =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

/**
 * Other countries. Where the law lets a clinic write to its own patients without asking first (Austria, the United Kingdom,
 * Switzerland, for services like those they had), the yes is asked for all the same.
 */
export const otherCountries: ContactRule[] = [
  {
    id: 'ca-hours',
    kind: 'hours',
    countries: ['CA'],
    channels: ['call'],
    purposes: ['marketing'],
    windows: [
      { days: workdays, from: '09:00', to: '21:30' },
      { days: [6, 7], from: '10:00', to: '18:00' },
    ],
    onHolidays: true,
    since: '2008-09-30',
    source: 'CRTC Unsolicited Telecommunications Rules, Part III',
    checked: {
      on: '2026-11-21',
      at: 'https://www.northerntel.ca/eng/inside_ntl/donotcalllist/donotcalllist.htm',
    },
  },
  {
    id: 'fr-hours',
    kind: 'hours',
    countries: ['FR'],
    channels: ['call'],
    purposes: ['marketing'],
    windows: [
      { days: workdays, from: '10:00', to: '13:00' },
      { days: workdays, from: '14:00', to: '20:00' },
    ],
    onHolidays: false,
    since: '2023-03-01',
    source: 'Code de la consommation D. 223-9, Décret 2022-1313',
    checked: {
      on: '2026-11-21',
      at: 'https://www.lexbase.fr/index/source/88904522-decret-n-20221313-du-13-octobre-2022-relatif-a-lencadrement-des-jours-horaires-et-frequence-des-appe',
    },
  },
  {
    id: 'de-advertising',
    kind: 'consent',
    countries: ['DE'],
    purposes: ['marketing'],
    level: 'express',
    since: '2009-08-04',
    source: 'UWG § 7; proof kept for five years by § 7a since 1 October 2021',
    checked: { on: '2026-11-21', at: 'https://www.lexetius.com/UWG/7a' },
  },
  {
    id: 'fr-advertising-calls',
    kind: 'consent',
    countries: ['FR'],
    channels: ['call'],
    purposes: ['marketing'],
    level: 'express',
    since: '2026-08-11',
    source: 'Code de la consommation L. 223-1, Loi 2025-594 art. 13',
    checked: {
      on: '2026-11-21',
      at: 'https://cms.law/fr/fra/news-information/interdiction-prochaine-du-demarchage-telephonique-sans-consentement-prealable-du-consommateur',
    },
  },
  {
    id: 'at-advertising',
    kind: 'consent',
    countries: ['AT'],
    channels: ['call', 'sms', 'email'],
    purposes: ['marketing'],
    level: 'express',
    since: '2021-11-01',
    source: 'TKG 2021 § 174',
    checked: {
      on: '2026-11-21',
      at: 'https://www.bmf.gv.at/themen/telekommunikation-post_2/telekommunikationsrecht-politik/oesterreich/unerbetene-nachrichten.html',
    },
  },
  {
    id: 'ch-advertising',
    kind: 'consent',
    countries: ['CH'],
    channels: ['sms', 'email'],
    purposes: ['marketing'],
    level: 'express',
    since: '2007-04-01',
    source: 'UWG Art. 3 Abs. 1 Bst. o',
  },
  {
    id: 'gb-advertising',
    kind: 'consent',
    countries: ['GB'],
    channels: ['sms', 'email'],
    purposes: ['marketing'],
    level: 'express',
    since: '2003-12-11',
    source: 'Privacy and Electronic Communications Regulations 2003, reg. 22',
    checked: {
      on: '2026-11-21',
      at: 'https://proutdejure.info/2014/10/17/direct-marketing-by-e-mail-and-text-and-the-need-for-consent/',
    },
  },
  {
    id: 'gb-voice-advertising',
    kind: 'consent',
    countries: ['GB'],
    channels: ['call'],
    voices: ['recorded', 'ai'],
    purposes: ['marketing'],
    level: 'express',
    since: '2003-12-11',
    source: 'Privacy and Electronic Communications Regulations 2003, reg. 19',
    checked: {
      on: '2026-11-21',
      at: 'https://wiki.stringtranslate.com/wiki/Privacy_and_Electronic_Communications_Regulations_2003',
    },
  },
  {
    id: 'eu-ai-voice',
    kind: 'disclosure',
    countries: europeanUnion,
    channels: ['call'],
    voices: ['ai'],
    say: 'ai-voice',
    since: '2026-08-02',
    source: 'EU AI Act Art. 50(1)',
  },
];
