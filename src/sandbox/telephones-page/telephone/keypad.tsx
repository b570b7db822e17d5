import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './keypad.module.css';

const KEYS: readonly (readonly [key: string, letters: string])[] = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'],
  ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'],
  ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'],
  ['*', ''], ['0', '+'], ['#', ''],
]; // prettier-ignore

export function Keypad({ compact, onKey }: { compact: boolean; onKey: (key: string) => void }) {
  const { t } = useTranslation('telephones');
  return (
    <div
      role="group"
      aria-label={t('phone.keypad')}
      className={classes.keypad}
      data-compact={compact || undefined}
    >
      {KEYS.map(([key, letters]) => (
        <UnstyledButton
          key={key}
          className={classes.key}
          aria-label={key}
          data-letters={letters}
          data-testid={`key-${key}`}
          onClick={() => onKey(key)}
        >
          {key}
        </UnstyledButton>
      ))}
    </div>
  );
}
