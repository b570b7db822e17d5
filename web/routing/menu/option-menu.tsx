import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCornerDownRight,
  IconCornerUpLeft,
  IconDots,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { useEditing, useScope, withSettings } from '../editing.ts';
import { directions, placeTowards, removeOption, type Direction } from './edit-menu.ts';
import { useMoveOption } from './use-move-option.ts';

const icons: Record<Direction, Icon> = {
  up: IconArrowUp,
  down: IconArrowDown,
  in: IconCornerDownRight,
  out: IconCornerUpLeft,
};

/** What can be done with an option as a whole; only the ways that lead somewhere. */
export const OptionMenu = ({ entry, name }: { entry: MenuEntry; name: string }) => {
  const { t } = useTranslation('routing');
  const { document, changeWithUndo } = useEditing();
  const { number, settings } = useScope();
  const { step } = useMoveOption();
  const open = directions.filter((direction) => placeTowards(settings.menu, entry.id, direction) !== null);
  const remove = (): void =>
    changeWithUndo(
      withSettings(document, number, (before) => ({ ...before, menu: removeOption(before.menu, entry.id) })),
      t('menu.removed', { label: name }),
    );
  return (
    <Menu position="bottom-end" withinPortal returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('menu.more', { label: name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {open.map((direction) => {
          const DirectionIcon = icons[direction];
          return (
            <Menu.Item
              key={direction}
              leftSection={<DirectionIcon size={16} aria-hidden />}
              onClick={() => step(entry.id, direction)}
            >
              {t(`move.${direction}`)}
            </Menu.Item>
          );
        })}
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          {t('menu.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
