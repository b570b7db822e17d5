import { useDeferredValue, useMemo } from 'react';
import { definitionFaults } from '../../../src/workflows/rules/check-definition.ts';
import { textFaults } from '../../../src/workflows/rules/check-texts.ts';
import type { DefinitionFault, FaultCode } from '../../../src/workflows/rules/definition-fault.ts';
import { definitionSchema, type Definition } from '../../../src/workflows/rules/definition.ts';
import { findStep } from './edit-steps.ts';

/** What only the database knows. */
const asked = new Set<FaultCode>(['no-such-template', 'no-such-staff', 'no-such-department']);

/** Said once, also where a text has the same fault in both languages. */
const once = (faults: readonly DefinitionFault[]): DefinitionFault[] => [
  ...new Map(faults.map((fault) => [`${fault.step} ${fault.code} ${fault.detail}`, fault])).values(),
];

const faultsHere = (draft: Definition): DefinitionFault[] => {
  const read = definitionSchema.safeParse(draft);
  if (read.success) return [...definitionFaults(read.data), ...textFaults(read.data)];
  return [{ step: null, code: 'wrong-shape' }];
};

/** What is wrong with the draft, as it is typed; what only the server can know is from its last answer. */
export const useFaults = (draft: Definition, told: readonly DefinitionFault[]): DefinitionFault[] => {
  // The letter first, then what is wrong with it.
  const settled = useDeferredValue(draft);
  return useMemo(
    () =>
      once([
        ...faultsHere(settled),
        ...told.filter(({ code, step }) => asked.has(code) && findStep(settled.steps, step ?? '')),
      ]),
    [settled, told],
  );
};
