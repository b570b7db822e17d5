import { z } from 'zod';

/** What the last wait was for: steps that must precede the appointment are left out once it has begun. */
const windowSchema = z.enum(['open', 'before-appointment']);

export const positionSchema = z.discriminatedUnion('doing', [
  /** about to do the step */
  z.object({ doing: z.literal('ready'), step: z.string() }),
  z.object({ doing: z.literal('waiting'), step: z.string(), until: z.string() }),
  /** on the telephone; `until`: when we stop waiting for its outcome */
  z.object({ doing: z.literal('calling'), step: z.string(), attempt: z.number(), until: z.string() }),
  z.object({ doing: z.literal('calling-again'), step: z.string(), attempt: z.number(), until: z.string() }),
]);

/** Everything an instance remembers between two facts. Plain JSON: it is stored as it is. */
export const instanceStateSchema = z.object({
  status: z.enum(['running', 'done', 'exited']),
  /** null when it is over */
  position: positionSchema.nullable(),
  /** why it ended before its last step */
  exit: z.string().nullable(),
  /** where it stood when a merge ended it: it goes on from there when the merge is taken back */
  steppedBack: z.object({ mergeId: z.string(), position: positionSchema.nullable() }).optional(),
  /** begins again when the appointment moves: part of each effect's key */
  round: z.number(),
  window: windowSchema,
  /** the start of the appointment that all this was planned for */
  plannedFor: z.string().nullable(),
  /** the first wait reached that hangs on the appointment: a moved appointment goes on from there */
  rewind: z.string().nullable(),
  /** what became of steps in this round, by their ids */
  outcomes: z.record(z.string(), z.string()),
  /** which of its channels a SEND is trying, and what the wait before it was for */
  attempts: z.record(z.string(), z.object({ number: z.number(), window: windowSchema })),
  /** executions so far: the number of the next one */
  executions: z.number(),
});
export type InstanceState = z.infer<typeof instanceStateSchema>;

export const newInstance = (first: string | null, plannedFor: Temporal.Instant | null): InstanceState => ({
  status: first === null ? 'done' : 'running',
  position: first === null ? null : { doing: 'ready', step: first },
  exit: null,
  round: 0,
  window: 'open',
  plannedFor: plannedFor?.toString() ?? null,
  rewind: null,
  outcomes: {},
  attempts: {},
  executions: 0,
});

/** When the instance has to be looked at again without any fact; null: never. */
export const wakeOf = ({ position }: InstanceState, now: Temporal.Instant): Temporal.Instant | null => {
  if (position === null) return null;
  return position.doing === 'ready' ? now : Temporal.Instant.from(position.until);
};
