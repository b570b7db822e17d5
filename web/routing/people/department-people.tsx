import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditing } from '../editing.ts';
import { addRoute, groupsFor } from './edit-people.ts';
import classes from './people-part.module.css';
import { PersonRow } from './person-row.tsx';

interface DepartmentPeopleProps {
  /** null = calls for nobody in particular */
  departmentId: string | null;
  name: string;
}

/** Takes somebody into a department who is not rung for it yet. */
const AddPerson = ({ departmentId, name }: DepartmentPeopleProps) => {
  const { t } = useTranslation('routing');
  const { document, directory, change } = useEditing();
  const rung = new Set(
    groupsFor(document.staff, departmentId).flatMap((group) => group.map((each) => each.staffId)),
  );
  const others = directory.staff.filter(({ id }) => !rung.has(id));
  if (others.length === 0) return null;
  return (
    <NativeSelect
      className={classes.add}
      size="xs"
      aria-label={t('people.addTo', { name })}
      value=""
      data={[
        { value: '', label: t('people.add') },
        ...others.map(({ id, name: label }) => ({ value: id, label })),
      ]}
      onChange={(event) =>
        change({ ...document, staff: addRoute(document.staff, event.currentTarget.value, departmentId) })
      }
    />
  );
};

/** The people of one department in groups: the first group is rung first, each group together. */
export const DepartmentPeople = ({ departmentId, name }: DepartmentPeopleProps) => {
  const { t } = useTranslation('routing');
  const { document, mayChange } = useEditing();
  const groups = groupsFor(document.staff, departmentId);
  return (
    <section className={classes.department} aria-label={name} id={`people-${departmentId ?? 'general'}`}>
      <h3 className={classes.name}>{name}</h3>
      {groups.length === 0 && (
        <p className={departmentId === null ? classes.hint : classes.nobody}>
          {departmentId === null ? t('people.everybody') : t('people.nobody')}
        </p>
      )}
      <ol className={classes.groups}>
        {groups.map((group, index) => (
          <li key={group[0]?.route.priority} className={classes.group}>
            <span className={classes.rank}>
              {index === 0 ? t('people.first') : t('people.next')}
              {group.length > 1 && <span className={classes.together}>{t('people.together')}</span>}
            </span>
            <ul className={classes.people}>
              {group.map((rung) => (
                <li key={rung.staffId}>
                  <PersonRow rung={rung} department={name} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {mayChange && <AddPerson departmentId={departmentId} name={name} />}
    </section>
  );
};
