import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk, useLayout } from './desk-context.ts';
import type { Telephone } from './desk-state.ts';
import classes from './open-telephones.module.css';

/** On a narrow screen one telephone fills the desk: the way to the others. */
export function OpenTelephones({ telephones }: { telephones: readonly Telephone[] }) {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const inHand = useLayout((state) => state.inHand);
  return (
    <nav className={classes.bar} aria-label={t('desk.open')}>
      {telephones.map(({ number, name, state }) => (
        <UnstyledButton
          key={number}
          className={classes.telephone}
          data-state={state}
          aria-current={number === inHand ? 'true' : undefined}
          onClick={() => layout.dispatch({ type: 'take', number })}
        >
          {name}
          {state !== 'idle' && <span className={classes.state}> · {t(`state.${state}`)}</span>}
        </UnstyledButton>
      ))}
    </nav>
  );
}
