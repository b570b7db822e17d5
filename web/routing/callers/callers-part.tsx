import { Button } from '@mantine/core';
import { IconPlus, IconUserStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useEditing, useScope } from '../editing.ts';
import { newId } from '../../platform/new-id.ts';
import { ScopeNote } from '../scope-note.tsx';
import { CallerRuleRow } from './caller-rule-row.tsx';
import classes from './callers-part.module.css';
import { newRule } from './edit-rules.ts';

/** More than these nobody keeps in mind; the server takes no more. */
const mostRules = 30;

/** Whose calls go another way than everybody's: rules that are asked from the top. */
export const CallersPart = () => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { settings, change } = useScope();
  const rules = settings.callerRules;
  const add = (): void => change({ callerRules: [...rules, newRule(newId(), '')] });
  return (
    <Panel
      title={t('parts.callers')}
      actions={
        mayChange &&
        rules.length < mostRules && (
          <Button size="xs" variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('callers.add')}
          </Button>
        )
      }
    >
      <ScopeNote />
      {rules.length === 0 ? (
        <EmptyState icon={<IconUserStar />} title={t('callers.none')}>
          {t('callers.noneText')}
        </EmptyState>
      ) : (
        <p className={classes.how}>{t('callers.how')}</p>
      )}
      <ol className={classes.list}>
        {rules.map((rule, index) => (
          <li key={rule.id}>
            <CallerRuleRow rule={rule} place={index} last={index === rules.length - 1} />
          </li>
        ))}
      </ol>
    </Panel>
  );
};
