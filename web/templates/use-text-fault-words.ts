import { useTranslation } from 'react-i18next';
import type { TemplateFault } from '../../src/messages/rules/template-views.ts';

/** What is wrong with a text, in words. */
export const useTextFaultWords = (): ((fault: TemplateFault) => string) => {
  const { t } = useTranslation('templates');
  return (fault) => {
    switch (fault.fault) {
      case 'unknown-variable':
      case 'missing':
        return t(`faults.${fault.fault}`, { variable: fault.variable });
      case 'cannot-be-read':
        return t('faults.cannot-be-read', { line: fault.line, detail: fault.detail });
      default:
        return t(`faults.${fault.fault}`);
    }
  };
};
