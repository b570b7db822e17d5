import { useTranslation } from 'react-i18next';
import type { Rule, RuleGroup } from '../../src/workflows/rules/rule-tree.ts';
import { isSend } from '../../src/workflows/rules/send.ts';
import { useNamedSteps, useThingName } from './definition-names.tsx';

const money = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A tree of conditions as a sentence. */
export const useRuleWords = (): ((group: RuleGroup) => string) => {
  const { t, i18n } = useTranslation('workflows');
  const known = (key: string): boolean => i18n.exists(key, { ns: 'workflows' });
  const steps = useNamedSteps();
  const thingName = useThingName();
  const stepWords = (id: string): string => {
    const step = steps.get(id);
    if (step === undefined) return t('stepField');
    const of = step.kind === 'MAKE_PHONE_CALL' ? 'call' : isSend({ do: step.kind }) ? 'message' : 'step';
    return t(`stepOutcome.${of}`, { number: step.number });
  };
  const fieldWords = (field: string): string => {
    if (known(`fields.${field}`)) return t(`fields.${field}` as 'fields.patient.age');
    const rest = field.slice(field.indexOf('.') + 1);
    return field.startsWith('steps.') ? stepWords(rest) : t('eventField', { name: rest });
  };
  const languageWords = (value: unknown): string =>
    new Intl.DisplayNames([i18n.language], { type: 'language' }).of(String(value)) ?? String(value);
  const valueWords = (value: unknown): string => {
    const text = String(value);
    if (uuid.test(text)) return thingName(text) ?? t('theOneChosen');
    return known(`values.${text}`) ? t(`values.${text}` as 'values.true') : text;
  };
  // Amounts are kept in cents, and read in whole money.
  const amountWords = (cents: unknown): string =>
    new Intl.NumberFormat(i18n.language, money).format(Number(cents) / 100);
  /** `answered or confirmed`, `between 6 and 24` */
  const listWords = (values: readonly string[], operator: Rule['operator']): string => {
    const type = operator === 'between' || operator === 'notBetween' ? 'conjunction' : 'disjunction';
    return new Intl.ListFormat(i18n.language, { type }).format(values);
  };
  const ruleWords = (rule: Rule): string => {
    const isLanguage = rule.field === 'patient.language' || rule.field === 'event.language';
    const words = rule.field.endsWith('Cents') ? amountWords : isLanguage ? languageWords : valueWords;
    const value = 'value' in rule ? ` ${listWords([rule.value].flat().map(words), rule.operator)}` : '';
    return `${fieldWords(rule.field)} ${t(`operators.${rule.operator}`)}${value}`;
  };
  const groupWords = (group: RuleGroup): string => {
    const joined =
      group.rules
        .map((rule) => ('combinator' in rule ? `(${groupWords(rule)})` : ruleWords(rule)))
        .join(t(group.combinator)) || t('always');
    return group.not === true ? t('ruleNot', { rule: joined }) : joined;
  };
  return groupWords;
};
