import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { useEditing } from '../editing.ts';
import { menuKeys } from './edit-menu.ts';
import classes from './key-picker.module.css';

interface KeyPickerProps {
  labelledBy: string;
  entry: MenuEntry;
  siblings: MenuEntry[];
  onPick: (digit: string) => void;
}

/** The keys of a telephone; those of other options say whose they are. */
export const KeyPicker = ({ labelledBy, entry, siblings, onPick }: KeyPickerProps) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  return (
    <div className={classes.keys} role="group" aria-labelledby={labelledBy}>
      {menuKeys.map((key) => {
        const owner = siblings.find(({ digit, id }) => digit === key && id !== entry.id);
        const taken =
          owner === undefined ? null : t('menu.takenBy', { label: owner.label || t('menu.unnamed') });
        return (
          <Tooltip key={key} label={taken} disabled={taken === null}>
            <UnstyledButton
              className={classes.key}
              aria-pressed={entry.digit === key}
              aria-disabled={taken !== null || !mayChange || undefined}
              data-taken={taken !== null || undefined}
              aria-label={
                taken === null ? t('menu.useKey', { key }) : `${t('menu.useKey', { key })}: ${taken}`
              }
              onClick={() => taken === null && mayChange && onPick(key)}
            >
              {key}
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </div>
  );
};
