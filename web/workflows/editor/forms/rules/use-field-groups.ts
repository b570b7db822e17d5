import { useTranslation } from 'react-i18next';
import { useNamedSteps } from '../../../definition-names.tsx';
import type { RuleField, RuleFieldGroup } from './rule-field.ts';

const order: RuleFieldGroup[] = ['patient', 'appointment', 'care', 'event', 'steps', 'other'];

interface FieldGroup {
  label: string;
  options: { name: string; value: string; label: string }[];
}

/** What can be asked about, in words, under what it is about. */
export const useFieldGroups = (fields: readonly RuleField[]): FieldGroup[] => {
  const { t, i18n } = useTranslation(['stepForms', 'workflows']);
  const steps = useNamedSteps();
  const stepWords = (id: string): string => {
    const step = steps.get(id);
    if (step === undefined) return t('workflows:stepField');
    const of = step.kind === 'MAKE_PHONE_CALL' ? 'call' : 'message';
    return t(`workflows:stepOutcome.${of}`, { number: step.number });
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
