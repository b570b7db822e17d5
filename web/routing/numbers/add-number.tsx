import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { usePhoneNumbers } from '../../ui/phone-number.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { freeNumbersQuery } from './numbers.query.ts';
import classes from './numbers-part.module.css';
import { useNumberCommands } from './use-number-commands.ts';

/** Takes one of the numbers that the carrier's account has and no clinic uses. */
export const AddNumber = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { format } = usePhoneNumbers();
  const free = useQuery(freeNumbersQuery(clinic.id));
  const commands = useNumberCommands();
  const [phoneNumber, setPhoneNumber] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (phoneNumber === null || label.trim() === '') return;
    commands.mutate({ do: 'add', phoneNumber, label: label.trim() }, { onSuccess: onDone });
  };
  const close = (
    <Button variant="subtle" color="gray" onClick={onDone}>
      {t('numbers.cancel')}
    </Button>
  );
  if (free.isPending) return <RowsSkeleton rows={1} />;
  if (free.isError)
    return (
      <div className={classes.add}>
        <ProblemNotice error={free.error} onRetry={() => void free.refetch()} />
      </div>
    );
  if (free.data.length === 0)
    return (
      <div className={classes.add}>
        <p>{t('numbers.noneFree')}</p>
        {close}
      </div>
    );
  return (
    <form className={classes.add} onSubmit={add}>
      <Select
        label={t('numbers.free')}
        data={free.data.map((each) => ({ value: each.phoneNumber, label: format(each.phoneNumber) }))}
        value={phoneNumber}
        onChange={setPhoneNumber}
        autoFocus
      />
      <TextInput
        label={t('numbers.label')}
        placeholder={t('numbers.labelExample')}
        maxLength={80}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button
        type="submit"
        loading={commands.isPending}
        disabled={phoneNumber === null || label.trim() === ''}
      >
        {t('numbers.take')}
      </Button>
      {close}
    </form>
  );
};
