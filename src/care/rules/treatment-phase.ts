import { z } from 'zod';

/** proposed: waits for a yes · retention: done, still looked after · declined, stopped: over without being done */
export const treatmentPhaseSchema = z.enum([
  'proposed',
  'accepted',
  'active',
  'retention',
  'completed',
  'declined',
  'stopped',
]);
export type TreatmentPhase = z.infer<typeof treatmentPhaseSchema>;

/** The phases of a treatment that goes on, in their order. */
export const openPhases = ['proposed', 'accepted', 'active', 'retention'] as const;
export type OpenPhase = (typeof openPhases)[number];

export const isOpen = (phase: TreatmentPhase): phase is OpenPhase =>
  (openPhases as readonly string[]).includes(phase);

const way: readonly TreatmentPhase[] = [...openPhases, 'completed'];

/** Whether it goes on, rather than back to where it was: going back puts a mistake right. */
const goesOn = (from: TreatmentPhase, to: TreatmentPhase): boolean =>
  way.includes(to) && (!way.includes(from) || way.indexOf(to) > way.indexOf(from));

export type PhaseEvent =
  | { kind: 'TREATMENT_PLAN_ACCEPTED' | 'TREATMENT_STARTED' }
  | { kind: 'TREATMENT_MILESTONE'; milestone: 'retention' | 'completed' };

/** What is to be told of a change of phase; null: nothing that anybody waits for. */
export const eventOfPhase = (from: TreatmentPhase, to: TreatmentPhase): PhaseEvent | null => {
  if (!goesOn(from, to)) return null;
  if (to === 'accepted') return { kind: 'TREATMENT_PLAN_ACCEPTED' };
  if (to === 'active') return { kind: 'TREATMENT_STARTED' };
  return to === 'retention' || to === 'completed' ? { kind: 'TREATMENT_MILESTONE', milestone: to } : null;
};
