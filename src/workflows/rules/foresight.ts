import { z } from 'zod';
import { advance, type Advanced } from './advance.ts';
import type { Definition } from './definition.ts';
import type { Fact } from './fact.ts';
import type { InstanceState } from './instance.ts';
import { programOf } from './program.ts';
import type { Standing } from './walk.ts';

const leftOutSchema = z.object({ step: z.string().nullable(), reason: z.string(), count: z.number().int() });

/** What would become of many instances, were they told something now. */
export const foresightSchema = z.object({
  of: z.number().int().describe('how many there are'),
  looked: z.number().int().describe('how many of them were looked at, newest first'),
  ends: z.array(leftOutSchema).describe('by the step at which they stand and why they end'),
  leftOut: z.array(leftOutSchema).describe('steps that would be left out'),
  atOnce: z.object({ messages: z.number().int(), calls: z.number().int(), tasks: z.number().int() }),
  people: z
    .array(z.object({ instanceId: z.uuid(), name: z.string().nullable(), reason: z.string() }))
    .describe('the first of those who would end'),
});
export type Foresight = z.infer<typeof foresightSchema>;

export type Traveller = Standing & { state: InstanceState; name: string | null };

/** Whether the place at which somebody stands is there in this definition. */
const hasPlace = (definition: Definition, { position }: InstanceState): boolean => {
  if (position === null) return true;
  const step = programOf(definition).places.get(position.step)?.step;
  if (position.doing === 'ready') return step !== undefined;
  return step?.do === (position.doing === 'waiting' ? 'WAIT' : 'MAKE_PHONE_CALL');
};

type Fate = { traveller: Traveller; ends: string | null; advanced: Advanced | null };

/** Who is on the telephone or paused is not woken by a new version; whether its step is there is seen all the same. */
const fateOf = (definition: Definition, fact: Fact, traveller: Traveller): Fate => {
  const { state } = traveller;
  if (!hasPlace(definition, state)) return { traveller, ends: 'step-gone', advanced: null };
  if (traveller.paused === true || state.position?.doing === 'calling')
    return { traveller, ends: null, advanced: null };
  const advanced = advance(definition, state, fact, traveller);
  return { traveller, ends: advanced.instance.exit, advanced };
};

const counted = (found: readonly { step: string | null; reason: string }[]): Foresight['ends'] =>
  [...Map.groupBy(found, ({ step, reason }) => `${step} ${reason}`).values()]
    .map((those) => ({ ...those[0]!, count: those.length }))
    .toSorted((a, b) => b.count - a.count);

const mostPeople = 50;

/**
 * The real interpreter tells each of them the fact, and nothing of it is kept.
 * @param definitionOf undefined: cannot be read any more, and is left out of the count
 */
export const foreseeFates = (
  travellers: readonly Traveller[],
  definitionOf: (traveller: Traveller) => Definition | undefined,
  fact: Fact,
  of: number,
): Foresight => {
  const fates = travellers.flatMap((traveller) => {
    const definition = definitionOf(traveller);
    return definition === undefined ? [] : [fateOf(definition, fact, traveller)];
  });
  const effects = fates.flatMap(({ advanced }) => advanced?.effects ?? []);
  const count = (kind: (typeof effects)[number]['effect']): number =>
    effects.filter(({ effect }) => effect === kind).length;
  const ending = fates.flatMap(({ traveller, ends }) =>
    ends === null ? [] : [{ traveller, step: traveller.state.position?.step ?? null, reason: ends }],
  );
  const skipped = fates.flatMap(({ advanced }) =>
    (advanced?.executions ?? []).filter(({ outcome }) => outcome === 'skipped'),
  );
  return {
    of,
    looked: fates.length,
    ends: counted(ending.map(({ step, reason }) => ({ step, reason }))),
    leftOut: counted(skipped.map(({ step, reason }) => ({ step, reason: reason ?? '' }))),
    atOnce: { messages: count('send-message'), calls: count('place-call'), tasks: count('create-task') },
    people: ending
      .slice(0, mostPeople)
      .map(({ traveller: { instanceId, name }, reason }) => ({ instanceId, name, reason })),
  };
};

/** What was ordered before a pause and waits for its end, by the step that wants it. */
export type Held = {
  kind: 'messages' | 'calls';
  step: string;
  /** no attempt was made; what may have left already is not left out */
  untried: boolean;
  count: number;
};

const joined = (counts: Foresight['leftOut']): Foresight['leftOut'] =>
  [...Map.groupBy(counts, ({ step, reason }) => `${step} ${reason}`).values()]
    .map((those) => ({ ...those[0]!, count: those.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => b.count - a.count);

/** With what waits outside of the instances, as a resumption leaves it out or lets it go. */
export const withHeld = (foresight: Foresight, held: readonly Held[], way: 'skip' | 'send'): Foresight => {
  const staying = held.filter(({ untried }) => way === 'skip' && untried);
  const leaving = held.filter((one) => !staying.includes(one));
  const leftOut = staying.map(({ step, count }) => ({ step, reason: 'overdue-after-pause', count }));
  const { atOnce } = foresight;
  const more = (wanted: Held['kind']): number =>
    leaving.reduce((sum, { kind, count }) => (kind === wanted ? sum + count : sum), 0);
  return {
    ...foresight,
    leftOut: joined([...foresight.leftOut, ...leftOut]),
    atOnce: { ...atOnce, messages: atOnce.messages + more('messages'), calls: atOnce.calls + more('calls') },
  };
};
