import type { ContactFacts } from '../../../consent/rules/contact-facts.ts';
import type { Channel } from '../../../consent/rules/contact-request.ts';
import type { Subject } from '../subject.ts';
import type { Reader, Scene } from './scene.ts';

/** Somebody in Berlin who may be contacted in every way, for tests. */

const person = { givenName: 'Anna', preferredName: null, familyName: 'Becker', salutation: 'Frau' };

const gateOf = (channel: Channel, { clinic }: Subject): ContactFacts => ({
  to:
    channel === 'email' ? 'anna@mail.example' : channel === 'sms' || channel === 'call' ? '+493055501' : null,
  reachable: true,
  archived: false,
  zone: { zone: clinic.timeZone, source: 'clinic' },
  place: { country: 'DE', region: 'BY', source: 'address' },
  clinic: { zone: clinic.timeZone, hours: clinic.businessHours, holidays: clinic.holidays },
  consents: [],
  optOuts: [],
  contacts: [],
});

const readerOf = (channel: Channel, subject: Subject): Reader => ({
  personId: subject.patient!.id,
  person,
  language: 'de',
  gate: gateOf(channel, subject),
});

export const sceneOf = (subject: Subject): Scene => ({
  subject,
  patient: person,
  practitioner: 'Dr. Weber',
  clinic: {
    name: 'Praxis am See',
    phone: '030 5550100',
    timeZone: subject.clinic.timeZone,
    language: 'de',
    hasPostalAddress: true,
  },
  care: null,
  readers: {
    sms: readerOf('sms', subject),
    email: readerOf('email', subject),
    call: readerOf('call', subject),
  },
  templates: {},
});
