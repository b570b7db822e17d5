import { Button } from '@mantine/core';
import { IconDialpad, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuItem, RoutingView } from '../../src/routing/rules/routing-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { Problem } from '../platform/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { addOption, longestMenu } from './edit-menu.ts';
import { menuFaults, readMenuFaults, type MenuFaults } from './menu-faults.ts';
import { MenuFields } from './menu-fields.tsx';
import { MenuLines } from './menu-lines.tsx';
import classes from './menu-section.module.css';
import { SaveBar } from './save-bar.tsx';
import { useDraft } from './use-draft.ts';
import { useSaveRouting } from './use-save-routing.ts';

interface MenuSectionProps {
  routing: RoutingView;
  mayChange: boolean;
}

/** What callers hear and where each key leads; saved as a whole. */
export const MenuSection = ({ routing, mayChange }: MenuSectionProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { value: menu, changed, change, reset, settle } = useDraft(routing.menu);
  const [faults, setFaults] = useState<MenuFaults>({});
  const save = useSaveRouting(clinic.id, t('menu.done'));
  const keep = (): void => {
    const found = menuFaults(menu);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    save.mutate(
      {
        requests: [{ method: 'PUT', path: 'menu', body: { menu } }],
        shown: (before) => ({ ...before, menu }),
      },
      {
        onSuccess: () => settle(menu),
        onError: (error) => setFaults(readMenuFaults(menu, error instanceof Problem ? error.detail : '')),
      },
    );
  };
  const edit = (next: MenuItem[]): void => {
    setFaults({});
    change(next);
  };
  return (
    <Panel
      title={t('menu.title')}
      actions={
        mayChange && (
          <SaveBar
            name={t('menu.title')}
            changed={changed}
            saving={save.isPending}
            onSave={keep}
            onDiscard={() => {
              setFaults({});
              reset();
            }}
          />
        )
      }
    >
      {!routing.settings.menuEnabled && <p className={classes.off}>{t('menu.off')}</p>}
      {menu.length === 0 && (
        <EmptyState icon={<IconDialpad />} title={t('menu.none')}>
          {t('menu.noneText')}
        </EmptyState>
      )}
      {mayChange ? (
        <MenuFields menu={menu} path={[]} routing={routing} faults={faults} whole={menu} onChange={edit} />
      ) : (
        <MenuLines menu={menu} routing={routing} />
      )}
      {mayChange && menu.length < longestMenu && (
        <div className={classes.add}>
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => edit(addOption(menu, []))}
          >
            {t('menu.add')}
          </Button>
        </div>
      )}
    </Panel>
  );
};
