import { useTranslation } from 'react-i18next';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import type { WorkflowItem } from '../../src/workflows/rules/workflow-views.ts';
import { useRuleWords } from './use-rule-words.ts';

/** `When an appointment is made or moved`, for a list. */
const useEventWords = (): ((kinds: readonly string[]) => string) => {
  const { t } = useTranslation('workflows');
  return (kinds) =>
    kinds.length === 0
      ? t('notBegun')
      : t('when', { events: kinds.map((kind) => t(`events.${kind}` as 'events.BIRTHDAY')).join(t('or')) });
};

/** What begins a workflow, for a list. */
export const useBeginWords = (): ((workflow: Pick<WorkflowItem, 'triggers' | 'daily'>) => string) => {
  const { t } = useTranslation('workflows');
  const eventWords = useEventWords();
  return ({ triggers, daily }) => (daily === null ? eventWords(triggers) : t('daily', { at: daily.at }));
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
    const { daily, filter, events } = trigger;
    const rule = filter && ruleWords(filter);
    const ends = exits.map((exit) => {
      if (exit.when === 'event') return exit.kinds.map((kind) => t(`events.${kind}`)).join(t('or'));
      return exit.when === 'condition' ? ruleWords(exit.if) : t(`exits.${exit.when}`);
    });
    const byEvent =
      rule === undefined ? eventWords(events) : `${eventWords(events)}, ${t('onlyIf', { rule })}`;
    return {
      begins: daily ? t('dailyFor', { at: daily.at, rule: rule ?? t('always') }) : byEvent,
      ends: ends.length === 0 ? null : t('endsWhen', { exits: ends.join(t('or')) }),
    };
  };
};
