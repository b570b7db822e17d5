import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './numbers-part.module.css';
import { useNumberCommands } from './use-number-commands.ts';

interface RemoveNumberProps {
  phoneNumber: string;
  /** as it is read */
  shown: string;
}

/** Gives a number back to the carrier's account, after a second word. */
export const RemoveNumber = ({ phoneNumber, shown }: RemoveNumberProps) => {
  const { t } = useTranslation('routing');
  const { mutate, isPending } = useNumberCommands();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('numbers.remove', { number: shown })}
        onClick={() => setAsking(true)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    );
  return (
    <div className={classes.question} role="alertdialog" aria-label={t('numbers.remove', { number: shown })}>
      <p>{t('numbers.removeText')}</p>
      <Button
        size="xs"
        color="red"
        autoFocus
        loading={isPending}
        onClick={() => mutate({ do: 'remove', phoneNumber })}
      >
        {t('numbers.remove', { number: shown })}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsking(false)}>
        {t('numbers.keep')}
      </Button>
    </div>
  );
};
