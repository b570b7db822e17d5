import type { TreatmentPhase } from '../../care/rules/treatment-phase.ts';
import type { Language } from '../../clinics/rules/language.ts';

/** What a rule may ask of whoever is calling. Of a family on one number: of any of them, and their balance together. */
export type CallerFacts = {
  vip: boolean;
  language: Language | null;
  /** null: nobody we know */
  balanceCents: number | null;
  phases: readonly TreatmentPhase[];
};
