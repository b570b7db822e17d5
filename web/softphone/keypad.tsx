import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './keypad.module.css';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Sends digits into the call, by click or from the keyboard while it is open. */
export const Keypad = ({ onKey }: { onKey: (key: string) => void }) => {
  const { t } = useTranslation('softphone');
  const [sent, setSent] = useState('');
  const press = (key: string): void => {
    setSent((before) => (before + key).slice(-16));
    onKey(key);
  };
  useEffect(() => {
    const onDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys.includes(event.key)) return;
      setSent((before) => (before + event.key).slice(-16));
      onKey(event.key);
    };
    window.addEventListener('keydown', onDown);
    return () => window.removeEventListener('keydown', onDown);
  }, [onKey]);
  return (
    <div className={classes.keypad}>
      <output className={classes.sent} aria-label={t('digits')}>
        {sent}
      </output>
      <div className={classes.keys}>
        {keys.map((key) => (
          <UnstyledButton key={key} className={classes.key} onClick={() => press(key)}>
            {key}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
};
