import { createContext, use } from 'react';
import type { RuleField } from './rule-field.ts';

export interface Rules {
  clinicId: string;
  fieldOf: (name: string) => RuleField | undefined;
}

/** What the parts of the editor know of the workflow: the library hands them no typed context. */
export const RuleContext = createContext<Rules | null>(null);

export const useRules = (): Rules => {
  const rules = use(RuleContext);
  if (rules === null) throw new Error('outside of a rule editor');
  return rules;
};
