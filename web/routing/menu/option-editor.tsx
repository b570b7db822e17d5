import { Checkbox, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing, useScope } from '../editing.ts';
import { SpokenLines } from '../texts/spoken-lines.tsx';
import { onKey } from '../texts/spoken-text.ts';
import { builtInText } from '../texts/option-text.ts';
import { changeOption } from './edit-menu.ts';
import { KeyPicker } from './key-picker.tsx';
import { routeTo, targetOf } from './menu-target.ts';
import classes from './option-editor.module.css';
import { TargetFields } from './target-fields.tsx';
import { useTargetGroups } from './target-words.ts';

interface OptionEditorProps {
  entry: MenuEntry;
  /** the options of the same menu: their keys are taken */
  siblings: MenuEntry[];
  depth: number;
}

/** One option in full: its key, its name, where it leads, and what is said for it. */
export const OptionEditor = ({ entry, siblings, depth }: OptionEditorProps) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { path, settings, change } = useScope();
  const groups = useTargetGroups();
  const keyLabel = useId();
  const set = (next: MenuEntry): void => change({ menu: changeOption(settings.menu, next) });
  const { id, label, spoken, route } = entry;
  const name = label || t('menu.unnamed');
  return (
    <div className={classes.editor} role="group" aria-label={t('menu.edit', { label: name })}>
      <div>
        <span id={keyLabel} className={classes.caption}>
          {t('menu.key')}
        </span>
        <KeyPicker
          labelledBy={keyLabel}
          entry={entry}
          siblings={siblings}
          onPick={(digit) => set(onKey(entry, digit))}
        />
      </div>
      <div className={classes.fields}>
        <TextInput
          label={t('menu.label')}
          placeholder={t('menu.labelExample')}
          value={label}
          maxLength={80}
          readOnly={!mayChange}
          autoFocus={label === ''}
          onChange={(event) => set({ ...entry, label: event.currentTarget.value })}
        />
        <TargetFields
          label={t('menu.target')}
          targets={groups(route, depth)}
          route={route}
          target={targetOf(route)}
          onTarget={(target) => set({ ...entry, route: routeTo(target, route) })}
          onNumber={(number) => set({ ...entry, route: { type: 'external', number } })}
        />
        <SpokenLines
          name={name}
          spoken={spoken}
          digit={entry.digit}
          builtIn={(language) => builtInText(entry, language)}
          onChange={(next) => set({ ...entry, spoken: next })}
        />
        <Checkbox
          label={t('emergencies.option')}
          checked={entry.emergency}
          disabled={!mayChange}
          onChange={(event) => set({ ...entry, emergency: event.currentTarget.checked })}
        />
        <FieldProblems at={`${path}/menu/${id}`} />
      </div>
    </div>
  );
};
