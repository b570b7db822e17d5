import { Button, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { menuAfterKeys } from '../menu/edit-menu.ts';
import classes from './try-out.module.css';

const pad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
/** The server follows no more. */
const mostKeys = 20;

interface TryKeypadProps {
  /** the first menu; [] where callers hear none */
  menu: MenuEntry[];
  keys: string;
  onKeys: (keys: string) => void;
}

/** The keys of the caller's telephone; those that lead somewhere at this point say where. */
export const TryKeypad = ({ menu, keys, onKeys }: TryKeypadProps) => {
  const { t } = useTranslation('routing');
  const options = menuAfterKeys(menu, keys);
  const pressed = keys.split('').map((key, index) => {
    const option = menuAfterKeys(menu, keys.slice(0, index)).find(({ digit }) => digit === key);
    return option?.label || key;
  });
  const press = (key: string): void => onKeys((keys + key).slice(0, mostKeys));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') onKeys(keys.slice(0, -1));
    else if (pad.includes(event.key)) press(event.key);
  };
  return (
    <div className={classes.keypad} role="group" aria-label={t('try.keypad')} onKeyDown={onKeyDown}>
      <div className={classes.pad}>
        {pad.map((key) => {
          const option = options.find(({ digit }) => digit === key);
          return (
            <UnstyledButton
              key={key}
              className={classes.key}
              data-leads={option !== undefined || undefined}
              data-testid={`try-${key}`}
              aria-label={
                option === undefined
                  ? t('try.pressPlain', { key })
                  : t('try.press', { key, label: option.label || t('menu.unnamed') })
              }
              onClick={() => press(key)}
            >
              <span className={classes.digit}>{key}</span>
              <span className={classes.leads}>{option?.label ?? ''}</span>
            </UnstyledButton>
          );
        })}
      </div>
      <div className={classes.pressed}>
        <output aria-label={t('try.pressed')}>{pressed.join(' › ')}</output>
        <Button size="compact-sm" variant="subtle" disabled={keys === ''} onClick={() => onKeys('')}>
          {t('try.startOver')}
        </Button>
      </div>
    </div>
  );
};
