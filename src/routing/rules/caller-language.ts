import type { Language } from '../../clinics/rules/language.ts';
import type { RoutingSnapshot } from './routing-snapshot.ts';

/** The caller's own language where the clinic speaks it, else the one for callers of whom nothing is known. */
export const callerLanguage = (own: Language | null, { clinic, settings }: RoutingSnapshot): Language =>
  own !== null && clinic.languages.includes(own) ? own : settings.language;
