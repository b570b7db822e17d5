import { useTranslation } from 'react-i18next';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import { useRuleWords } from './use-rule-words.ts';

/** `When an appointment is made or moved`, for a list. */
export const useEventWords = (): ((kinds: readonly string[]) => string) => {
  const { t } = useTranslation('workflows');
  return (kinds) =>
    t('when', { events: kinds.map((kind) => t(`events.${kind}` as 'events.BIRTHDAY')).join(t('or')) });
};

/** How a workflow begins and ends, in words. */
export const useDefinitionWords = (): ((definition: Definition) => {
  begins: string;
  ends: string | null;
}) => {
  const { t } = useTranslation('workflows');
  const eventWords = useEventWords();
  const ruleWords = useRuleWords();
  return ({ trigger, exits }) => {
    const begins = eventWords(trigger.events);
    const ends = exits.map((exit) => {
      if (exit.when === 'event') return exit.kinds.map((kind) => t(`events.${kind}`)).join(t('or'));
      return exit.when === 'condition' ? ruleWords(exit.if) : t(`exits.${exit.when}`);
    });
    return {
      begins: trigger.filter ? `${begins}, ${t('onlyIf', { rule: ruleWords(trigger.filter) })}` : begins,
      ends: ends.length === 0 ? null : t('endsWhen', { exits: ends.join(t('or')) }),
    };
  };
};
