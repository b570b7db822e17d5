import { use } from 'react';
import type { Fault } from '../../../src/routing/rules/fault.ts';
import { FaultsContext } from './faults-context.ts';

/** What keeps the draft from being published, and what may be meant so. */
export const useProblems = (): { errors: Fault[]; warnings: Fault[] } => {
  const faults = use(FaultsContext);
  return {
    errors: faults.filter(({ severity }) => severity === 'error'),
    warnings: faults.filter(({ severity }) => severity === 'warning'),
  };
};
