import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { changeDepartment } from '../departments/edit-departments.ts';
import { useEditing, useScope } from '../editing.ts';
import { changeOption, optionsOf } from '../menu/edit-menu.ts';
import classes from './emergencies-part.module.css';

type Placed = { entry: MenuEntry; keys: string };

const placed = (menu: readonly MenuEntry[], before = ''): Placed[] =>
  menu.flatMap((entry) => {
    const keys = `${before}${entry.digit || '?'}`;
    return [{ entry, keys }, ...placed(optionsOf(entry), `${keys} `)];
  });

/** The menu's options and the departments; those that are ticked are for emergencies. */
export const SignChoices = () => {
  const { t } = useTranslation('routing');
  const { document, mayChange, change } = useEditing();
  const scope = useScope();
  const { menu } = scope.settings;
  return (
    <>
      <fieldset className={classes.signs}>
        <legend>{t('emergencies.keys')}</legend>
        {menu.length === 0 && <p className={classes.help}>{t('emergencies.noKeys')}</p>}
        {placed(menu).map(({ entry, keys }) => (
          <Checkbox
            key={entry.id}
            label={
              <>
                <kbd className={classes.key}>{keys}</kbd> {entry.label || t('menu.unnamed')}
              </>
            }
            checked={entry.emergency}
            disabled={!mayChange}
            onChange={({ currentTarget: { checked } }) =>
              scope.change({ menu: changeOption(menu, { ...entry, emergency: checked }) })
            }
          />
        ))}
      </fieldset>
      <fieldset className={classes.signs}>
        <legend>{t('emergencies.departments')}</legend>
        {document.departments.length === 0 && (
          <p className={classes.help}>{t('emergencies.noDepartments')}</p>
        )}
        {document.departments.map(({ id, name, emergency }) => (
          <Checkbox
            key={id}
            label={name || t('departments.unnamed')}
            checked={emergency}
            disabled={!mayChange}
            onChange={({ currentTarget: { checked } }) =>
              change(changeDepartment(document, id, { emergency: checked }))
            }
          />
        ))}
      </fieldset>
    </>
  );
};
