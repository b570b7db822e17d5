import { z } from 'zod';
import { keyMeanings } from '../../calls/rules/errand.ts';
import { orderOutcomes, type OrderOutcome } from '../../dialling/rules/call-outcome.ts';
import { channelSchema } from '../../messages/rules/message-order.ts';
import { momentSchema, spanSchema, type Moment } from './moment.ts';
import { ruleGroupSchema, type RuleGroup } from './rule-tree.ts';

/*
 * A shape is what a draft is kept in, so it is lenient: texts, names and conditions may be missing while somebody is still
 * writing. What has to be there before it is published is said by `check-definition.ts`.
 */

/** Never changes while a step stays the same step: keys of effects and the places of instances hang on it. */
const stepIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes');

export type Localized = { en?: string | undefined; de?: string | undefined };
const text = z.string().trim().max(5000).optional();
/** By language; one that is missing or empty falls back to the other. A draft may have neither yet. */
const localizedSchema = z
  .object({ en: text, de: text })
  .overwrite(({ en, de }): Localized => ({ ...(en ? { en } : {}), ...(de ? { de } : {}) }));

/** A template of the clinic, or the text itself. Both may hold variables. */
const contentSchema = z.union([
  z.strictObject({ templateId: z.uuid() }),
  z.strictObject({ text: localizedSchema, subject: localizedSchema.optional() }),
]);
export type Content = z.infer<typeof contentSchema>;

const base = { id: stepIdSchema };

const sendSchema = z.strictObject({
  ...base,
  do: z.literal('SEND'),
  channel: channelSchema,
  content: contentSchema,
  fallback: z
    .array(channelSchema)
    .max(3)
    .optional()
    .describe('tried in this order when it cannot be delivered'),
});

/** `SEND_SMS` and `SEND_APPOINTMENT_REMINDER` are the actions of that name: a SEND with a fixed channel or text. */
const sendSmsSchema = z.strictObject({ ...base, do: z.literal('SEND_SMS'), content: contentSchema });
const sendReminderSchema = z.strictObject({
  ...base,
  do: z.literal('SEND_APPOINTMENT_REMINDER'),
  channel: channelSchema.default('sms'),
});

/** What became of one attempt to reach somebody by telephone: the value of `steps.<id>` in conditions. */
export const callOutcomes = orderOutcomes;
export type CallOutcome = OrderOutcome;

export const retriable = ['machine', 'left-message', 'busy', 'no-answer', 'failed'] as const;

const phoneCallSchema = z.strictObject({
  ...base,
  do: z.literal('MAKE_PHONE_CALL'),
  script: localizedSchema.describe(
    'what is said; may hold variables. That the call is automated is said before it, and who calls, where the script does not name the clinic itself. Keys that it does not name itself ("press 1", "die 1") are read out behind it. Healthcare calls in the US take a minute at most, all of it',
  ),
  keys: z
    .partialRecord(
      z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']),
      z
        .enum(keyMeanings)
        .describe(
          'confirm: the appointment is confirmed in the book · reschedule: a task to find another time · speak-to-someone: is put through · do-not-call: an opt-out from calls',
        ),
    )
    .describe(
      'which key means what; usual are 1 confirm, 2 reschedule, 3 speak-to-someone, 9 do-not-call. Where the law wants a way to say no, it is offered whatever stands here. {}: it is said once, and goodbye',
    ),
  machineMessage: localizedSchema
    .optional()
    .describe(
      'left on an answering machine, which anybody may play: only the clinic may be named in it ({{ clinic.name }}, {{ clinic.phone }}); none: hang up',
    ),
  departmentId: z
    .uuid()
    .optional()
    .describe('whom speak-to-someone reaches; none: whoever takes general calls'),
  retry: z
    .strictObject({
      times: z.number().int().min(1).max(5).describe('more attempts after the first'),
      after: spanSchema.describe(
        'from the end of one attempt to the next, which also keeps to the allowed hours',
      ),
      on: z.array(z.enum(retriable)).max(5).describe('outcomes after which it is tried again'),
    })
    .optional(),
});
export type PhoneCallStep = z.infer<typeof phoneCallSchema>;

const note = z.string().trim().max(1000);
const noteSchema = z.strictObject({ ...base, do: z.literal('CREATE_CALL_NOTE'), text: note });
const callbackSchema = z.strictObject({
  ...base,
  do: z.literal('SCHEDULE_CALLBACK'),
  text: note,
  due: momentSchema.optional().describe('none: at once'),
});
const notifySchema = z.strictObject({
  ...base,
  do: z.literal('NOTIFY_TEAM_MEMBER'),
  text: note,
  staffId: z.uuid().optional().describe('none: everybody at the front desk'),
});
const rescheduleSchema = z.strictObject({ ...base, do: z.literal('RESCHEDULE_APPOINTMENT'), text: note });
const scheduleSchema = z.strictObject({ ...base, do: z.literal('SCHEDULE_APPOINTMENT'), text: note });

const waitSchema = z.strictObject({
  ...base,
  do: z.literal('WAIT'),
  for: momentSchema,
  asSoonAs: ruleGroupSchema.optional().describe('ends the wait early'),
  ifPast: z
    .enum(['skip', 'go-on'])
    .default('skip')
    .describe(
      'when the time is over on arrival: what follows up to the next WAIT is left out, or done at once',
    ),
});
export type WaitStep = {
  id: string;
  do: 'WAIT';
  for: Moment;
  asSoonAs?: RuleGroup | undefined;
  ifPast: 'skip' | 'go-on';
};

const leafSchema = z.discriminatedUnion('do', [
  sendSchema,
  sendSmsSchema,
  sendReminderSchema,
  phoneCallSchema,
  noteSchema,
  callbackSchema,
  notifySchema,
  rescheduleSchema,
  scheduleSchema,
  waitSchema,
]);
export type LeafStep = z.infer<typeof leafSchema>;
export type ConditionStep = { id: string; do: 'CONDITION'; if: RuleGroup; yes: Step[]; no: Step[] };
export type Branch = {
  name: string;
  if?: RuleGroup | undefined;
  percent?: number | undefined;
  steps: Step[];
};
export type BranchStep = {
  id: string;
  do: 'BRANCH';
  by: 'condition' | 'percent';
  branches: Branch[];
  otherwise: Step[];
};
export type Step = LeafStep | ConditionStep | BranchStep;

const conditionSchema: z.ZodType<ConditionStep> = z.strictObject({
  ...base,
  do: z.literal('CONDITION'),
  if: ruleGroupSchema,
  get yes() {
    return stepsSchema;
  },
  get no() {
    return stepsSchema;
  },
});

const branchSchema: z.ZodType<BranchStep> = z.strictObject({
  ...base,
  do: z.literal('BRANCH'),
  by: z.enum(['condition', 'percent']).describe('percent: the same patient always takes the same branch'),
  get branches() {
    return z
      .array(
        z.strictObject({
          name: z.string().trim().max(60),
          if: ruleGroupSchema.optional(),
          percent: z.number().min(0).max(100).optional(),
          steps: stepsSchema,
        }),
      )
      .min(1)
      .max(10);
  },
  get otherwise() {
    return stepsSchema;
  },
});

const stepSchema: z.ZodType<Step> = z.union([leafSchema, conditionSchema, branchSchema]);
export const stepsSchema: z.ZodType<Step[]> = z.array(z.lazy(() => stepSchema)).max(300);

/** The conditions of a step itself, without those of the steps inside of it. */
export const groupsIn = (step: Step): RuleGroup[] => {
  if (step.do === 'WAIT') return step.asSoonAs ? [step.asSoonAs] : [];
  if (step.do === 'CONDITION') return [step.if];
  return step.do === 'BRANCH' ? step.branches.flatMap((branch) => branch.if ?? []) : [];
};

/** The lists of steps inside of a step, in the order in which they are read. */
export const listsIn = (step: Step): Step[][] => {
  if (step.do === 'CONDITION') return [step.yes, step.no];
  if (step.do === 'BRANCH') return [...step.branches.map(({ steps }) => steps), step.otherwise];
  return [];
};
