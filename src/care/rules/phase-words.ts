import type { Language } from '../../clinics/rules/language.ts';
import type { TreatmentPhase } from './treatment-phase.ts';

/** Where a treatment stands, as it reads within a sentence: in messages to patients and in the rules of a plan. */
export const phaseWords: Record<Language, Record<TreatmentPhase, string>> = {
  en: {
    proposed: 'proposed',
    accepted: 'accepted',
    active: 'in treatment',
    retention: 'in retention',
    completed: 'completed',
    declined: 'declined',
    stopped: 'stopped',
  },
  de: {
    proposed: 'vorgeschlagen',
    accepted: 'angenommen',
    active: 'in Behandlung',
    retention: 'in Retention',
    completed: 'abgeschlossen',
    declined: 'abgelehnt',
    stopped: 'abgebrochen',
  },
};
