import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addRoute, isRungFor, type People } from './edit-people.ts';
import classes from './people-section.module.css';

interface AddPersonProps {
  people: People;
  department: { id: string | null; name: string };
  onChange: (people: People) => void;
}

/** Takes somebody into a department who is not rung for it yet. */
export const AddPerson = ({ people, department, onChange }: AddPersonProps) => {
  const { t } = useTranslation('routing');
  const others = people.filter(({ id }) => !isRungFor(people, id, department.id));
  if (others.length === 0) return null;
  return (
    <NativeSelect
      className={classes.add}
      size="xs"
      aria-label={t('people.addTo', { name: department.name })}
      value=""
      data={[
        { value: '', label: t('people.add') },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChange(addRoute(people, event.currentTarget.value, department.id))}
    />
  );
};
