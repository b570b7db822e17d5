import { z } from 'zod';
import { eventKinds, type EventKind } from '../../../../../src/events/rules/event-kinds.ts';
import type { RuleField, RuleFieldType } from './rule-field.ts';

/** Keys of rows and moments: nobody compares them with anything. */
const isForMachines = (name: string): boolean =>
  ['treatmentPlanId', 'procedureId', 'paymentId', 'leadId', 'startsAt', 'endsAt'].includes(name) ||
  name.startsWith('previous');

const namedBy: Record<string, RuleFieldType> = {
  practitionerId: { type: 'named', of: 'practitioners' },
  departmentId: { type: 'named', of: 'departments' },
  appointmentTypeId: { type: 'named', of: 'appointment-types' },
  language: { type: 'choice', choices: ['en', 'de'] },
};

/** What callers of the event's kind may have come to: the event itself takes any word. */
const callOutcomes = ['answered', 'voicemail', 'external', 'abandoned', 'missed', 'no-answer', 'failed'];

/** Without `nullable` and `default` around it. */
const inner = (schema: unknown): unknown =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ? inner(schema.unwrap()) : schema;

const typeOf = (name: string, schema: unknown): RuleFieldType => {
  const named = namedBy[name];
  if (named) return named;
  if (name === 'outcome') return { type: 'choice', choices: callOutcomes };
  const bare = inner(schema);
  if (bare instanceof z.ZodEnum) return { type: 'choice', choices: bare.options.map(String) };
  if (bare instanceof z.ZodNumber) return { type: name.endsWith('Cents') ? 'money' : 'number' };
  if (bare instanceof z.ZodBoolean) return { type: 'boolean' };
  return { type: bare instanceof z.ZodISODate ? 'date' : 'text' };
};

/** What can be asked about the events that begin a workflow; of several, whatever one of them tells. */
export const eventFields = (kinds: readonly EventKind[]): RuleField[] => {
  const found = new Map<string, RuleField>();
  for (const kind of kinds)
    for (const [key, schema] of Object.entries(eventKinds[kind].payload.shape)) {
      const name = `event.${key}`;
      if (!isForMachines(key) && !found.has(name))
        found.set(name, { ...typeOf(key, schema), name, group: 'event' });
    }
  return [...found.values()];
};
