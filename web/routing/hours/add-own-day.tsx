import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useScope } from '../editing.ts';
import { addOwnDay } from './edit-holidays.ts';
import classes from './hours-part.module.css';

/** A day off of the clinic's own: a works outing, a bridge day. */
export const AddOwnDay = ({ year }: { year: number }) => {
  const { t } = useTranslation('routing');
  const { settings, change } = useScope();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (date === '' || name.trim() === '') return;
    change({ holidays: addOwnDay(settings.holidays, { date, name: name.trim() }) });
    setDate('');
    setName('');
  };
  return (
    <form className={classes.addDay} onSubmit={add}>
      <TextInput
        type="date"
        label={t('holidays.ownDate')}
        min={`${year}-01-01`}
        value={date}
        required
        withAsterisk={false}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        label={t('holidays.ownName')}
        placeholder={t('holidays.ownExample')}
        maxLength={100}
        value={name}
        required
        withAsterisk={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('holidays.add')}
      </Button>
    </form>
  );
};
