import { z } from 'zod';

const codes = [
  'wrong-shape',
  'no-trigger',
  'no-steps',
  'too-many-steps',
  'nested-too-deep',
  'same-id-twice',
  'no-text',
  'no-span',
  'no-name',
  'same-name-twice',
  'no-condition',
  'no-value',
  'no-event',
  'no-outcome',
  'unknown-field',
  'unknown-step-in-rule',
  'no-appointment',
  'every-day-again',
  'percent-over-100',
  'branch-without-rule',
  'same-meaning-twice',
  'fallback-twice',
  'no-subject',
  'text-faulty',
  'no-such-template',
  'no-such-staff',
  'no-such-department',
  'tells-too-much',
] as const;
export type FaultCode = (typeof codes)[number];

export const definitionFaultSchema = z.object({
  step: z.string().nullable().describe('null: the trigger, the exits, or all of it'),
  code: z.enum(codes),
  detail: z.string().optional().describe('such as the name of an unknown variable'),
});
export type DefinitionFault = z.infer<typeof definitionFaultSchema>;
