import { useTranslation } from 'react-i18next';
import type { DefinitionPart } from '../../../src/workflows/rules/compare-definitions.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { useDefinitionWords } from '../use-definition-words.ts';

/** How a part of a definition stands, in words; null: there is none. */
export const usePartWords = (): ((part: DefinitionPart, definition: Definition) => string | null) => {
  const { t } = useTranslation(['versions', 'consent']);
  const definitionWords = useDefinitionWords();
  return (part, definition) => {
    const { reentry, purpose } = definition;
    switch (part) {
      case 'trigger':
        return definitionWords(definition).begins;
      case 'exits':
        return definitionWords(definition).ends;
      case 'purpose':
        return t(`consent:purposes.${purpose}`);
      case 'reentry':
        return reentry.rule === 'after-days'
          ? t('reentry.after-days', { count: reentry.days })
          : t(`reentry.${reentry.rule}`);
    }
  };
};
