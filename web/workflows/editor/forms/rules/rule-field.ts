import { appointmentStatuses } from '../../../../../src/appointments/rules/appointment-status.ts';
import { paymentStatusSchema } from '../../../../../src/care/rules/settle-balance.ts';
import { treatmentPhaseSchema } from '../../../../../src/care/rules/treatment-phase.ts';

/** What a value of a field looks like to somebody who types or chooses it. */
export type RuleFieldType =
  | { type: 'number' | 'money' | 'text' | 'date' | 'boolean' | 'tags' }
  | { type: 'choice'; choices: readonly string[] }
  /** one of what the clinic has, by its name */
  | { type: 'named'; of: 'practitioners' | 'departments' | 'appointment-types' };

export type RuleFieldGroup = 'patient' | 'appointment' | 'care' | 'event' | 'steps' | 'other';
export type RuleField = RuleFieldType & { name: string; group: RuleFieldGroup };

const number = { type: 'number' } as const;
const money = { type: 'money' } as const;
const text = { type: 'text' } as const;
const boolean = { type: 'boolean' } as const;
const phase = { type: 'choice', choices: treatmentPhaseSchema.options } as const;

/** Every field of `rules/fields.ts`, by what it is about. */
export const knownFields = {
  patient: {
    'patient.balanceCents': money,
    'patient.age': number,
    'patient.language': { type: 'choice', choices: ['en', 'de'] },
    'patient.vip': boolean,
    'patient.tags': { type: 'tags' },
    'patient.treatmentPhase': phase,
    'patient.monthsSinceVisit': number,
    'patient.hasVisitAhead': boolean,
    'patient.hasFailedPayment': boolean,
    'patient.hasPhone': boolean,
    'patient.hasEmail': boolean,
  },
  appointment: {
    'appointment.status': { type: 'choice', choices: appointmentStatuses },
    'appointment.hoursAway': number,
    'appointment.practitionerId': { type: 'named', of: 'practitioners' },
    'appointment.reason': text,
  },
  care: {
    'plan.name': text,
    'plan.phase': phase,
    'procedure.name': text,
    'payment.status': { type: 'choice', choices: paymentStatusSchema.options },
    'payment.amountCents': money,
    'payment.daysOverdue': number,
  },
} as const satisfies Partial<Record<RuleFieldGroup, Record<string, RuleFieldType>>>;

export const fieldsOfGroup = (group: keyof typeof knownFields): RuleField[] =>
  Object.entries<RuleFieldType>(knownFields[group]).map(([name, type]) => ({ ...type, name, group }));
