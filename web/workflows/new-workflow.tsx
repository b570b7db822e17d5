import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../ui/problem-words.ts';
import { useMakeWorkflow } from './use-make-workflow.ts';
import classes from './workflows.module.css';

/** A workflow from nothing: it gets a name, and the editor opens. */
export const NewWorkflow = ({ clinicId }: { clinicId: string }) => {
  const { t } = useTranslation('workflows');
  const words = useProblemWords();
  const make = useMakeWorkflow(clinicId);
  const [name, setName] = useState<string | null>(null);
  if (name === null)
    return (
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setName('')}>
        {t('new.open')}
      </Button>
    );
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') make.mutate(name.trim());
  };
  return (
    <form className={classes.newWorkflow} aria-label={t('new.open')} onSubmit={onSubmit}>
      <TextInput
        label={t('new.name')}
        placeholder={t('new.example')}
        value={name}
        maxLength={100}
        autoFocus
        required
        error={make.isError ? words(make.error) : undefined}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" loading={make.isPending}>
        {t('new.make')}
      </Button>
      <Button variant="default" onClick={() => setName(null)}>
        {t('new.cancel')}
      </Button>
    </form>
  );
};
