import { useTranslation } from 'react-i18next';
import type { DefinitionFault, FaultCode } from '../../../../src/workflows/rules/definition-fault.ts';

export const useFaultText = (): ((fault: DefinitionFault) => string) => {
  const { t } = useTranslation('workflows');
  return ({ code, detail }) => t(`fault.${code}`, { detail: detail ?? '' });
};

/** What is wrong with a field, in words; undefined: nothing. */
export const useFaultWords = (
  faults: readonly DefinitionFault[],
): ((...codes: FaultCode[]) => string | undefined) => {
  const faultText = useFaultText();
  return (...codes) => {
    const texts = new Set(faults.filter(({ code }) => codes.includes(code)).map(faultText));
    return texts.size === 0 ? undefined : [...texts].join(' ');
  };
};
