import type { webhooksEn } from './webhooks.en.ts';

export type EventKind = keyof (typeof webhooksEn)['kinds'];
type Group = keyof (typeof webhooksEn)['groups'];

/** In the order in which they are read. A test holds them against the events that there are. */
export const kindGroups: readonly { name: Group; kinds: readonly EventKind[] }[] = [
  { name: 'calls', kinds: ['INCOMING_CALL', 'MISSED_CALL', 'CALL_COMPLETED'] },
  {
    name: 'appointments',
    kinds: [
      'APPOINTMENT_SCHEDULED',
      'APPOINTMENT_RESCHEDULED',
      'APPOINTMENT_CANCELLED',
      'APPOINTMENT_COMPLETED',
      'APPOINTMENT_NO_SHOW',
    ],
  },
  {
    name: 'treatment',
    kinds: [
      'TREATMENT_PLAN_CREATED',
      'TREATMENT_PLAN_ACCEPTED',
      'TREATMENT_STARTED',
      'TREATMENT_MILESTONE',
      'PROCEDURE_COMPLETED',
      'RETAINER_REORDER_DUE',
    ],
  },
  { name: 'payments', kinds: ['PAYMENT_DUE', 'PAYMENT_RECEIVED', 'PAYMENT_FAILED'] },
  { name: 'people', kinds: ['PATIENT_CREATED', 'LEAD_CREATED', 'BIRTHDAY'] },
];
