import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Telephone } from '../desk/desk-state.ts';
import { useDesk, useLayout } from '../desk/desk-context.ts';
import { DRAGGED_NUMBER } from '../desk/dragged-number.ts';
import { readable } from '../telephone/phone-number.ts';
import { ROLE_ICONS } from '../telephone/telephone-head.tsx';
import classes from './handset-card.module.css';

/** A telephone on the shelf: a click, or a drag, puts it on the desk. */
export function HandsetCard({ telephone }: { telephone: Telephone }) {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const { number, name, role, state, unread, newMails } = telephone;
  const open = useLayout((each) => each.open.includes(number));
  const RoleIcon = ROLE_ICONS[role];
  const nameless = name === number || name === readable(number);
  const waiting = unread + newMails;
  return (
    <li>
      <UnstyledButton
        className={classes.card}
        data-role={role}
        data-state={state}
        data-open={open || undefined}
        data-testid={`handset-${number}`}
        draggable
        onDragStart={(event) => event.dataTransfer.setData(DRAGGED_NUMBER, number)}
        onClick={() => layout.dispatch({ type: 'open', number })}
      >
        <span className={classes.avatar}>
          <RoleIcon size={16} aria-hidden />
        </span>
        <span className={classes.who}>
          <span className={classes.name}>{nameless ? readable(number) : name}</span>
          {!nameless && <span className={classes.number}>{readable(number)}</span>}
        </span>
        {state !== 'idle' && <span className={classes.state}>{t(`state.${state}`)}</span>}
        {waiting > 0 && (
          <span className={classes.count} aria-label={t('unread', { count: waiting })}>
            {waiting}
          </span>
        )}
      </UnstyledButton>
    </li>
  );
}
