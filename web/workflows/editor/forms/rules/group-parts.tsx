import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  RuleGroupBodyComponents,
  type RuleGroupProps,
  type RuleGroupTypeAny,
  type UseRuleGroup,
} from 'react-querybuilder';
import classes from './rule-editor.module.css';

type GroupProps = RuleGroupProps & UseRuleGroup;

const deepest = 3;

/** What holds a group together. One condition alone needs none of it. */
export const GroupHead = (group: GroupProps) => {
  const { t } = useTranslation('stepForms');
  const { path, ruleGroup, schema } = group;
  const { combinatorSelector: Combinator, notToggle: Not } = schema.controls;
  const part = { path, schema, level: path.length, ruleGroup: ruleGroup as RuleGroupTypeAny };
  return (
    <>
      <Combinator
        {...part}
        value={ruleGroup.combinator ?? 'and'}
        options={schema.combinators}
        rules={ruleGroup.rules}
        handleOnChange={group.onCombinatorChange}
      />
      <Not {...part} checked={ruleGroup.not === true} handleOnChange={group.onNotToggleChange} />
      {path.length > 0 && (
        <ActionIcon
          className={classes.removeGroup}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('rules.removeGroup')}
          onClick={(event) => group.removeGroup(event)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
};

/** The conditions, and below them what adds another. */
export const GroupBody = (group: GroupProps) => {
  const { t } = useTranslation('stepForms');
  return (
    <>
      <RuleGroupBodyComponents {...group} />
      <div className={classes.adders}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={(event) => group.addRule(event)}
        >
          {t('rules.add')}
        </Button>
        {group.ruleGroup.rules.length > 0 && group.path.length < deepest && (
          <Button variant="subtle" size="compact-sm" onClick={(event) => group.addGroup(event)}>
            {t('rules.addGroup')}
          </Button>
        )}
      </div>
    </>
  );
};
