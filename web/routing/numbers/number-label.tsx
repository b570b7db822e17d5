import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Directory } from '../../../src/routing/rules/draft-view.ts';
import { useEditing } from '../editing.ts';
import classes from './numbers-part.module.css';
import { useNumberCommands } from './use-number-commands.ts';

/** What the clinic calls a number; kept when the field is left. */
export const NumberLabel = ({ number, shown }: { number: Directory['numbers'][number]; shown: string }) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { mutate } = useNumberCommands();
  const [typed, setTyped] = useState<string | null>(null);
  const { phoneNumber, label } = number;
  if (!mayChange) return <span className={classes.label}>{label}</span>;
  const keep = (): void => {
    const next = typed?.trim() ?? '';
    if (next !== '' && next !== label) mutate({ do: 'label', phoneNumber, label: next });
    setTyped(null);
  };
  return (
    <TextInput
      className={classes.label}
      aria-label={t('numbers.labelOf', { number: shown })}
      maxLength={80}
      value={typed ?? label}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
};
