import { z } from 'zod';
import type { CallState } from './call-state.ts';
import { decide, type CallContext, type Decision } from './decision.ts';

export const emergencySchema = z.object({
  by: z
    .enum(['menu', 'department', 'words', 'person'])
    .describe('a key of the menu, the department called, words of the message, or somebody of the staff'),
  at: z.iso.datetime(),
  detail: z.string().nullable().describe('the key’s or the department’s name, or the word'),
});
/** How a call was recognised as an emergency. That it is one is for a person to say. */
export type Emergency = z.infer<typeof emergencySchema>;

export type Sign = Omit<Emergency, 'at'> & { staffId?: string | null };

export const isEmergency = ({ emergency }: CallState): boolean =>
  emergency !== undefined && emergency !== null;

/**
 * A sign that this call is an emergency. Only the first of them counts, and none after a person has said that it is no
 * emergency, but that of a person. Calls that the clinic makes are none.
 */
export const noteEmergency = (
  state: CallState,
  { by, detail, staffId = null }: Sign,
  now: Temporal.Instant,
): Decision => {
  const over = state.emergency === null ? by !== 'person' : state.emergency !== undefined;
  if (over || state.direction !== 'inbound') return decide(state);
  const emergency: Emergency = { by, at: now.toString(), detail };
  return decide(
    { ...state, emergency },
    {
      history: [
        {
          kind: 'emergency',
          reason: by,
          ...(staffId === null ? {} : { staffId }),
          ...(detail === null ? {} : { detail: { sign: detail } }),
        },
      ],
    },
  );
};

/** A person has looked, and it is none. */
export const denyEmergency = (state: CallState, staffId: string | null): Decision =>
  isEmergency(state)
    ? decide(
        { ...state, emergency: null },
        {
          history: [{ kind: 'no-emergency', reason: 'person', ...(staffId === null ? {} : { staffId }) }],
        },
      )
    : decide(state);

/** Whoever is put through to a department for emergencies has one, whichever way they came there. */
export const withDepartmentOf = (before: CallState, decision: Decision, context: CallContext): Decision => {
  const wanted = decision.state.wish?.departmentId ?? null;
  if (wanted === null || wanted === (before.wish?.departmentId ?? null)) return decision;
  const department = context.snapshot.departments.find(({ id }) => id === wanted);
  if (department?.emergency !== true) return decision;
  const noted = noteEmergency(decision.state, { by: 'department', detail: department.name }, context.now);
  return { ...decision, state: noted.state, history: [...decision.history, ...noted.history] };
};
