import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MenuItem, RoutingView } from '../../src/routing/rules/routing-view.ts';
import { addOption, longestMenu, type MenuPath } from './edit-menu.ts';
import classes from './menu-fields.module.css';
import type { MenuFaults } from './menu-faults.ts';
import { OptionFields } from './option-fields.tsx';

interface MenuFieldsProps {
  /** the options of this menu */
  menu: MenuItem[];
  path: MenuPath;
  /** the menu with all below it */
  whole: MenuItem[];
  routing: RoutingView;
  faults: MenuFaults;
  onChange: (whole: MenuItem[]) => void;
}

/** One menu to change; sub-menus stand indented below their option. */
export const MenuFields = ({ menu, path, whole, routing, faults, onChange }: MenuFieldsProps) => {
  const { t } = useTranslation('routing');
  return (
    <ol className={classes.menu}>
      {menu.map((item, index) => {
        const here = [...path, index];
        const { route } = item;
        return (
          // By place: an option has no other identity while its key and name are being typed.
          <li key={index}>
            <OptionFields
              item={item}
              path={here}
              count={menu.length}
              whole={whole}
              routing={routing}
              fault={faults[here.join('/')]}
              onChange={onChange}
            />
            {route.type === 'menu' && (
              <>
                <MenuFields
                  menu={route.options}
                  path={here}
                  whole={whole}
                  routing={routing}
                  faults={faults}
                  onChange={onChange}
                />
                {route.options.length < longestMenu && (
                  <div className={classes.addBelow}>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      leftSection={<IconPlus size={14} aria-hidden />}
                      onClick={() => onChange(addOption(whole, here))}
                    >
                      {t('menu.addBelow', { label: item.label || t('menu.unnamed') })}
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
