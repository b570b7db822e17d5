import type { NewPatient } from './patient-draft.ts';
import type { PatientListItem } from './patient-views.ts';

/** For the API's documentation. */
export const exampleDraft = {
  givenName: 'Anna',
  familyName: 'Bennett',
  birthDate: '2014-07-02',
  phoneNumbers: [
    { number: '(312) 555-0121', kind: 'mobile', preferred: true, takesSms: true, unreachable: false },
  ],
  tags: ['braces'],
} satisfies NewPatient;

export const exampleItem = {
  id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e3',
  name: 'Anna Bennett',
  birthDate: '2014-07-02',
  contactNumber: {
    number: '+13125550121',
    of: { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e4', name: 'Laura Bennett' },
  },
  email: null,
  language: 'en',
  familyHint: null,
  guardians: [{ id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e4', name: 'Laura Bennett', relation: 'mother' }],
  tags: ['braces'],
  vip: false,
  balance: { cents: 0, currency: 'USD' },
  nextAppointment: {
    id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e5',
    startsAt: '2026-11-24T15:15:00Z',
    reason: 'Check-up',
    practitioner: 'Dr. Margaret Chen',
  },
  lastAppointmentAt: null,
  archived: false,
} satisfies PatientListItem;
