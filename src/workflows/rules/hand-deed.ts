import type { Hand } from './fact.ts';
import type { InstanceState } from './instance.ts';

export const handActs = ['go-on', 'again', 'end'] as const;
export type HandAct = (typeof handActs)[number];

/** Somebody decides by what they see: a step, and the number of what was told last of it. An end needs neither. */
export type Seen = { step: string; number: number };

/** Something told of the step that was seen, or of the instance itself. */
export type ToldOf = {
  number: number;
  outcome: string;
  kind: string;
  reason: string | null;
  detail: { by?: unknown; why?: unknown };
};

/** Why nothing is done. `done-meanwhile`: somebody else did it; `gone-on`: it stands elsewhere, or stood there again. */
export type Refusal = 'over' | 'paused' | 'done-meanwhile' | 'gone-on' | 'not-waiting' | 'not-failed';
export type Verdict = 'may' | 'did-already' | Refusal;

const tellsOf: Record<HandAct, string> = {
  'go-on': 'went-on-by-hand',
  again: 'again-by-hand',
  end: 'ended-by-hand',
};

/** What came of a deed that cannot be done any more: it was this one itself, repeated, or another. */
const overtaken = (
  act: HandAct,
  since: readonly ToldOf[],
  { by, why }: Hand,
  otherwise: Refusal,
): Verdict => {
  const same = since.find(({ reason }) => reason === tellsOf[act]);
  if (same === undefined) return otherwise;
  return same.detail.by === by && same.detail.why === why ? 'did-already' : 'done-meanwhile';
};

/** Steps of which the last that was told is that they came to nothing. */
export const cameToNothing = ({ kind, outcome }: Pick<ToldOf, 'kind' | 'outcome'>): boolean =>
  kind !== 'WAIT' && (outcome === 'failed' || outcome === 'skipped');

const waitsAt = ({ position }: Pick<InstanceState, 'position'>): string | null =>
  position?.doing === 'waiting' || position?.doing === 'calling-again' ? position.step : null;

/**
 * Whether a deed may still be done, asked when the row is locked: whoever was quicker, a colleague or a worker, has
 * changed what may be done. The same request once more is known by who asked and why.
 * @param since what was told from the seen one on, in order; for an end: what was told of the instance itself
 */
export const judgeDeed = (
  act: HandAct,
  { state, paused }: { state: Pick<InstanceState, 'status' | 'position'>; paused: boolean },
  seen: Seen | null,
  since: readonly ToldOf[],
  hand: Hand,
): Verdict => {
  if (act === 'end') return state.status === 'running' ? 'may' : overtaken(act, since, hand, 'over');
  if (seen === null) return act === 'go-on' ? 'not-waiting' : 'not-failed';
  const [first, next] = since;
  if (first?.number !== seen.number) return 'gone-on';
  if (next !== undefined) return overtaken(act, [next], hand, 'gone-on');
  if (act === 'again') {
    if (state.status === 'exited') return 'over';
    if (!cameToNothing(first)) return 'not-failed';
  } else {
    if (state.status !== 'running') return 'over';
    if (waitsAt(state) !== seen.step) return 'gone-on';
  }
  return paused ? 'paused' : 'may';
};
