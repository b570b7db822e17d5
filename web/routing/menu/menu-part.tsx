import { Button } from '@mantine/core';
import { IconDialpad, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useEditing, useScope } from '../editing.ts';
import { newId } from '../../platform/new-id.ts';
import { ScopeNote } from '../scope-note.tsx';
import { addOption, findOption, longestMenu } from './edit-menu.ts';
import classes from './menu-part.module.css';
import { MenuTree } from './menu-tree.tsx';
import { MenuViewContext } from './menu-view.ts';

/** The option of the address, and those above it: they are opened so that it is seen. */
const opened = (menu: MenuEntry[], at: string | undefined): string | null =>
  at !== undefined && findOption(menu, at) !== null ? at : null;

/** What callers hear and where each key leads, as a tree. */
export const MenuPart = ({ at }: { at: string | undefined }) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { settings, change } = useScope();
  const { menu } = settings;
  const [openId, setOpenId] = useState(() => opened(menu, at));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const add = (parentId: string | null): void => {
    const id = newId();
    change({ menu: addOption(menu, parentId, id) });
    setOpenId(id);
  };
  const fold = (id: string): void =>
    setFolded((before) => (before.has(id) ? before.difference(new Set([id])) : before.union(new Set([id]))));
  return (
    <Panel
      title={t('parts.menu')}
      actions={
        mayChange &&
        menu.length < longestMenu && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add(null)}
          >
            {t('menu.add')}
          </Button>
        )
      }
    >
      <ScopeNote />
      {!settings.menuEnabled && <p className={classes.off}>{t('menu.off')}</p>}
      {menu.length === 0 && (
        <EmptyState icon={<IconDialpad />} title={t('menu.none')}>
          {t('menu.noneText')}
        </EmptyState>
      )}
      <MenuViewContext value={{ openId, open: setOpenId, folded, fold, add }}>
        <MenuTree menu={menu} label={t('parts.menu')} depth={1} />
      </MenuViewContext>
      {mayChange && menu.length > 1 && <p className={classes.help}>{t('menu.moveHelp')}</p>}
    </Panel>
  );
};
