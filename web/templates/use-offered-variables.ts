import { useTranslation } from 'react-i18next';
import {
  variablesFor,
  type TemplateAbout,
  type TemplateVariable,
  type VariableExample,
} from '../../src/messages/rules/template-variables.ts';

/** A variable in the reader's words, with an example of what will stand in its place. */
export interface OfferedVariable {
  name: TemplateVariable;
  label: string;
  example: VariableExample;
}

export const useOfferedVariables = (about: TemplateAbout): OfferedVariable[] => {
  const { t } = useTranslation('templates');
  return variablesFor(about).map(([name, example]) => ({ name, example, label: t(`variables.${name}`) }));
};
