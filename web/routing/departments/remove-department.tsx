import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { useEditing } from '../editing.ts';
import classes from './departments-part.module.css';

interface RemoveDepartmentProps {
  name: string;
  options: MenuEntry[];
  staffIds: string[];
  onRemove: () => void;
  onKeep: () => void;
}

/** Says what leads to a department before it is removed. */
export const RemoveDepartment = ({ name, options, staffIds, onRemove, onKeep }: RemoveDepartmentProps) => {
  const { t, i18n } = useTranslation('routing');
  const { directory } = useEditing();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const people = directory.staff.filter(({ id }) => staffIds.includes(id)).map((each) => each.name);
  return (
    <div className={classes.question} role="alertdialog" aria-label={t('departments.remove', { name })}>
      {options.length > 0 && (
        <p>
          {t('departments.loseOptions', {
            labels: list.format(options.map(({ label }) => `“${label || t('menu.unnamed')}”`)),
          })}
        </p>
      )}
      {people.length > 0 && <p>{t('departments.losePeople', { names: list.format(people) })}</p>}
      <p>{t('departments.keepsMessages')}</p>
      <div className={classes.answers}>
        <Button size="xs" color="red" onClick={onRemove} autoFocus>
          {t('departments.remove', { name })}
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          {t('departments.keep')}
        </Button>
      </div>
    </div>
  );
};
