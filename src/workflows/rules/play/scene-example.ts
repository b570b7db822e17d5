import type { SceneView } from './scene-view.ts';

const patient = { givenName: 'Laura', preferredName: null, familyName: 'Bennett' };
const patientId = '0199a1b2-1e2b-7036-8314-ef1ff8eaa8f1';
const practitioner = { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8d1', name: 'Dr. Patel' };
const timeZone = 'America/Chicago';

export const exampleScene: SceneView = {
  at: '2026-11-20T15:00:00Z',
  patient,
  calendar: {
    timeZone,
    language: 'en',
    businessHours: { '1': [['08:00', '17:00']] },
    holidays: { country: 'US', state: 'IL' },
  },
  subject: {
    id: patientId,
    language: 'en',
    birthDate: '1988-05-02',
    tags: [],
    vip: false,
    balanceCents: 0,
    hasPhone: true,
    hasEmail: true,
    lastVisit: null,
    hasVisitAhead: true,
    treatmentPhase: null,
    hasFailedPayment: false,
    archived: false,
  },
  event: null,
  eventCare: null,
  care: null,
  clinic: {
    name: 'Lakeside Dental',
    phone: '(312) 555-0100',
    timeZone,
    language: 'en',
    hasPostalAddress: true,
  },
  entries: [],
  relatives: [],
  visits: [
    {
      id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e1',
      startsAt: '2026-11-24T15:15:00Z',
      endsAt: '2026-11-24T15:45:00Z',
      status: 'booked',
      reason: 'Check-up',
      practitionerId: practitioner.id,
      practitioner: practitioner.name,
    },
  ],
  practitioner,
  readers: {
    sms: {
      personId: patientId,
      person: { ...patient, salutation: 'Ms' },
      language: 'en',
      gate: {
        to: '+13125550121',
        reachable: true,
        archived: false,
        zone: { zone: timeZone, source: 'clinic' },
        place: { country: 'US', region: 'IL', source: 'number' },
        clinic: {
          zone: timeZone,
          hours: { '1': [['08:00', '17:00']] },
          holidays: { country: 'US', state: 'IL' },
        },
        consents: [],
        optOuts: [],
        contacts: [],
      },
    },
  },
  paces: { sms: { dailyCap: 2000, sentToday: 41 } },
  templates: {},
};
