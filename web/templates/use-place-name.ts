import { useTranslation } from 'react-i18next';
import { variablesFor } from '../../src/messages/rules/template-variables.ts';

const known = new Set<string>(variablesFor('appointment').map(([name]) => name));

/** A variable in the reader's words; one that is unknown, by its name. */
export const usePlaceName = (): ((name: string) => string) => {
  const { t } = useTranslation('templates');
  return (name) => (known.has(name) ? t(`variables.${name as 'clinic.name'}`) : name);
};
