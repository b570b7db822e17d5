import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallerRule } from '../../../src/routing/rules/routing-document.ts';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing, useScope, withSettings } from '../editing.ts';
import { deepestMenu } from '../menu/edit-menu.ts';
import { TargetFields } from '../menu/target-fields.tsx';
import { useTargetGroups } from '../menu/target-words.ts';
import classes from './callers-part.module.css';
import { ConditionFields } from './condition-fields.tsx';
import { changeRule, moveRule, ruleRouteTo, ruleTarget } from './edit-rules.ts';

interface CallerRuleRowProps {
  rule: CallerRule;
  /** 0 is asked first */
  place: number;
  last: boolean;
}

/** One rule: whose calls, and where they go. */
export const CallerRuleRow = ({ rule, place, last }: CallerRuleRowProps) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { path, settings, change } = useScope();
  const groups = useTargetGroups();
  const { id, when, route, alsoClosed } = rule;
  const name = rule.name || t('callers.unnamed');
  const set = (part: Partial<CallerRule>): void =>
    change({ callerRules: changeRule(settings.callerRules, id, part) });
  const targets = [
    { group: t('callers.usual'), items: [{ value: 'menu', label: t('targets.asEverybody') }] },
    ...groups(route.type === 'menu' ? { type: 'menu', options: [] } : route, deepestMenu).filter(
      ({ items }) => items.every(({ value }) => value !== 'menu'),
    ),
  ];
  return (
    <div className={classes.rule} role="group" aria-label={name}>
      <div className={classes.head}>
        <span className={classes.place}>{place + 1}</span>
        <TextInput
          className={classes.name}
          label={t('callers.name')}
          placeholder={t('callers.nameExample')}
          value={rule.name}
          maxLength={80}
          readOnly={!mayChange}
          autoFocus={rule.name === ''}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {mayChange && <RuleButtons rule={rule} name={name} first={place === 0} last={last} />}
      </div>
      <ConditionFields when={when} onChange={(next) => set({ when: next })} />
      <div className={classes.fields}>
        <TargetFields
          label={t('callers.target')}
          targets={targets}
          route={route}
          target={ruleTarget(route)}
          onTarget={(target) => set({ route: ruleRouteTo(target, route) })}
          onNumber={(number) => set({ route: { type: 'external', number } })}
        />
      </div>
      <Checkbox
        label={t('callers.alsoClosed')}
        checked={alsoClosed}
        disabled={!mayChange}
        onChange={(event) => set({ alsoClosed: event.currentTarget.checked })}
      />
      <FieldProblems at={`${path}/callerRules/${id}`} />
    </div>
  );
};

interface RuleButtonsProps {
  rule: CallerRule;
  name: string;
  first: boolean;
  last: boolean;
}

const RuleButtons = ({ rule: { id }, name, first, last }: RuleButtonsProps) => {
  const { t } = useTranslation('routing');
  const { document, changeWithUndo } = useEditing();
  const { number, settings, change } = useScope();
  const rules = settings.callerRules;
  const move = (by: -1 | 1) => () => change({ callerRules: moveRule(rules, id, by) });
  const remove = (): void => {
    const without = rules.filter((rule) => rule.id !== id);
    const next = withSettings(document, number, (own) => ({ ...own, callerRules: without }));
    changeWithUndo(next, t('callers.removed', { name }));
  };
  const button = { variant: 'subtle', color: 'gray', size: 36 } as const;
  return (
    <div className={classes.buttons}>
      <ActionIcon {...button} disabled={first} aria-label={t('callers.up', { name })} onClick={move(-1)}>
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon {...button} disabled={last} aria-label={t('callers.down', { name })} onClick={move(1)}>
        <IconArrowDown size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon {...button} aria-label={t('callers.remove', { name })} onClick={remove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
};
