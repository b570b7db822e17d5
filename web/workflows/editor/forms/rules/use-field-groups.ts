import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../../../src/workflows/rules/definition.ts';
import { programOf } from '../../../../../src/workflows/rules/program.ts';
import type { LeafStep } from '../../../../../src/workflows/rules/steps.ts';
import { useShortWords } from '../../../use-short-words.ts';
import type { RuleField, RuleFieldGroup } from './rule-field.ts';

const order: RuleFieldGroup[] = ['patient', 'appointment', 'care', 'event', 'steps', 'other'];

interface FieldGroup {
  label: string;
  options: { name: string; value: string; label: string }[];
}

/** What can be asked about, in words, under what it is about. */
export const useFieldGroups = (fields: readonly RuleField[], definition: Definition): FieldGroup[] => {
  const { t, i18n } = useTranslation(['stepForms', 'workflows']);
  const shortWords = useShortWords();
  const places = [...programOf(definition).places.values()];
  const stepWords = (id: string): string => {
    const index = places.findIndex(({ step }) => step.id === id);
    const step = places[index]?.step as LeafStep | undefined;
    return step === undefined
      ? t('workflows:stepField', { step: id })
      : t('rules.step', { number: index + 1, what: shortWords(step) });
  };
  const words = ({ name, group }: RuleField): string => {
    if (group === 'steps') return stepWords(name.slice('steps.'.length));
    const isKnown = i18n.exists(`fields.${name}`, { ns: 'workflows' });
    if (isKnown) return t(`workflows:fields.${name}` as 'workflows:fields.patient.age');
    return name.startsWith('event.')
      ? t('workflows:eventField', { name: name.slice('event.'.length) })
      : name;
  };
  return order.flatMap((group) => {
    const options = fields
      .filter((field) => field.group === group)
      .map((field) => ({ name: field.name, value: field.name, label: words(field) }));
    return options.length === 0 ? [] : [{ label: t(`rules.groups.${group}`), options }];
  });
};
