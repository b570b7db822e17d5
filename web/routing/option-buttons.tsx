import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from '../../src/routing/rules/routing-view.ts';
import { moveOption, removeOption, type MenuPath } from './edit-menu.ts';
import classes from './menu-fields.module.css';

interface OptionButtonsProps {
  item: MenuItem;
  path: MenuPath;
  count: number;
  whole: MenuItem[];
  onChange: (whole: MenuItem[]) => void;
}

/** Moves an option within its menu, or takes it out. */
export const OptionButtons = ({ item, path, count, whole, onChange }: OptionButtonsProps) => {
  const { t } = useTranslation('routing');
  const row = useRef<HTMLSpanElement>(null);
  const index = path.at(-1) ?? 0;
  const words = { label: item.label || t('menu.unnamed') };
  const move = (by: -1 | 1): void => {
    onChange(moveOption(whole, path, by));
    // The focus goes with the option, so that pressing again moves it on.
    const place = row.current?.closest('li')?.parentElement?.children[index + by];
    const buttons = [...(place?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])];
    const same = buttons.find((button) => button.dataset['move'] === String(by));
    requestAnimationFrame(() =>
      (same?.disabled === false ? same : buttons.find((each) => !each.disabled))?.focus(),
    );
  };
  return (
    <span className={classes.buttons} ref={row}>
      <ActionIcon
        variant="subtle"
        color="gray"
        data-move="-1"
        aria-label={t('menu.up', words)}
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        data-move="1"
        aria-label={t('menu.down', words)}
        disabled={index === count - 1}
        onClick={() => move(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('menu.remove', words)}
        onClick={() => onChange(removeOption(whole, path))}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </span>
  );
};
