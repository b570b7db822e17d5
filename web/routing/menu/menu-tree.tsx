import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { useEditing } from '../editing.ts';
import { longestMenu } from './edit-menu.ts';
import classes from './menu-tree.module.css';
import { useMenuView } from './menu-view.ts';
import { OptionEditor } from './option-editor.tsx';
import { OptionRow } from './option-row.tsx';

interface MenuTreeProps {
  menu: MenuEntry[];
  label: string;
  /** 1 = the first menu */
  depth: number;
}

/** The options of one menu, in the order in which they are read; sub-menus stand indented below theirs. */
export const MenuTree = ({ menu, label, depth }: MenuTreeProps) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { openId, folded, add } = useMenuView();
  return (
    <ol className={classes.menu} aria-label={label} data-depth={depth}>
      {menu.map((entry) => {
        const { route } = entry;
        const name = entry.label || t('menu.unnamed');
        return (
          <li key={entry.id}>
            <OptionRow entry={entry} />
            {openId === entry.id && <OptionEditor entry={entry} siblings={menu} depth={depth} />}
            {route.type === 'menu' && !folded.has(entry.id) && (
              <>
                <MenuTree menu={route.options} label={t('menu.below', { label: name })} depth={depth + 1} />
                {mayChange && route.options.length < longestMenu && (
                  <div className={classes.addBelow}>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      leftSection={<IconPlus size={14} aria-hidden />}
                      onClick={() => add(entry.id)}
                    >
                      {t('menu.addBelow', { label: name })}
                    </Button>
                  </div>
                )}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
};
