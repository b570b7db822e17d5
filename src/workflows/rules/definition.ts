import { z } from 'zod';
import { eventKindNames } from '../../events/rules/event-kinds.ts';
import { chosenPurposeSchema } from '../../consent/rules/contact-request.ts';
import { ruleGroupSchema } from './rule-tree.ts';
import { stepsSchema } from './steps.ts';

const eventKind = z.enum(eventKindNames);

/** Whether somebody may go through the workflow again. */
const reentrySchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('never') }).describe('once per patient'),
  z.strictObject({ rule: z.literal('once-per-appointment') }),
  z.strictObject({ rule: z.literal('after-days'), days: z.number().int().min(1).max(3650) }),
  z.strictObject({ rule: z.literal('always') }).describe('once per event'),
]);
export type Reentry = z.infer<typeof reentrySchema>;

/** What ends an instance before its last step. */
const exitSchema = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('appointment-cancelled') }),
  z.strictObject({ when: z.literal('appointment-confirmed') }),
  z
    .strictObject({ when: z.literal('event'), kinds: z.array(eventKind).min(1).max(20) })
    .describe('a goal reached'),
  z.strictObject({ when: z.literal('opted-out') }),
  z.strictObject({ when: z.literal('replied') }),
  z.strictObject({ when: z.literal('condition'), if: ruleGroupSchema }),
]);
export type Exit = z.infer<typeof exitSchema>;

/** A workflow as data: what begins it, for whom, what ends it, and its steps. */
export const definitionSchema = z
  .strictObject({
    trigger: z.strictObject({
      events: z.array(eventKind).min(1).max(20),
      filter: ruleGroupSchema.optional(),
    }),
    purpose: chosenPurposeSchema.describe('what the gate judges its contacts by'),
    reentry: reentrySchema,
    exits: z.array(exitSchema).max(20),
    steps: stepsSchema,
  })
  .meta({ id: 'WorkflowDefinition' });
export type Definition = z.infer<typeof definitionSchema>;
