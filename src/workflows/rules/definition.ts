import { z } from 'zod';
import { eventKindNames } from '../../events/rules/event-kinds.ts';
import { chosenPurposeSchema } from '../../consent/rules/contact-request.ts';
import { timeSchema } from './moment.ts';
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
  z.strictObject({ when: z.literal('event'), kinds: z.array(eventKind).max(20) }).describe('a goal reached'),
  z.strictObject({ when: z.literal('opted-out') }),
  z.strictObject({ when: z.literal('replied') }),
  z.strictObject({ when: z.literal('condition'), if: ruleGroupSchema }),
]);
export type Exit = z.infer<typeof exitSchema>;

const triggerSchema = z
  .strictObject({
    events: z.array(eventKind).max(20),
    daily: z
      .strictObject({ at: timeSchema })
      .optional()
      .describe(
        'looks every day at this time for the patients whom the filter concerns: a recall. Who came in does not come in again before the re-entry rule allows it.',
      ),
    filter: ruleGroupSchema.optional(),
  })
  .refine(({ events, daily }) => events.length === 0 || daily === undefined, {
    error: 'either events or a time of the day',
  });

/** A workflow as data: what begins it, for whom, what ends it, and its steps. As a draft it may be unfinished. */
export const definitionSchema = z
  .strictObject({
    trigger: triggerSchema,
    purpose: chosenPurposeSchema.describe('what the gate judges its contacts by'),
    reentry: reentrySchema,
    exits: z.array(exitSchema).max(20),
    steps: stepsSchema,
  })
  .meta({ id: 'WorkflowDefinition' });
export type Definition = z.infer<typeof definitionSchema>;
