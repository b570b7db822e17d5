import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowLeft, IconArrowRight, IconDots, IconStethoscope, IconTrash, IconUser, IconUserQuestion, IconUserStar, IconX,
  type TablerIcon,
} from '@tabler/icons-react'; // prettier-ignore
import { useTranslation } from 'react-i18next';
import type { Telephone } from '../desk/desk-state.ts';
import { useDesk } from '../desk/desk-context.ts';
import { DRAGGED_NUMBER } from '../desk/dragged-number.ts';
import { removeHandset } from '../wire/handset-requests.ts';
import type { Role } from '../wire/handset.ts';
import { readable } from './phone-number.ts';
import classes from './telephone-head.module.css';

export const ROLE_ICONS: Record<Role, TablerIcon> = {
  patient: IconUser,
  lead: IconUserStar,
  staff: IconStethoscope,
  other: IconUserQuestion,
};

/** Whose telephone it is, and what one may do with the thing itself; it is dragged by this. */
export function TelephoneHead({ telephone }: { telephone: Telephone }) {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const { number, name, role } = telephone;
  const RoleIcon = ROLE_ICONS[role];
  return (
    <div
      className={classes.head}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED_NUMBER, number)}
    >
      <span className={classes.avatar} title={t(`role.${role}`)}>
        <RoleIcon size={18} aria-hidden />
      </span>
      <div className={classes.who}>
        <h2 className={classes.name}>{name}</h2>
        <span className={classes.number}>{readable(number)}</span>
      </div>
      <TelephoneMenu telephone={telephone} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('phone.putBack')}
        onClick={() => layout.dispatch({ type: 'close', number })}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function TelephoneMenu({ telephone: { number, role, state } }: { telephone: Telephone }) {
  const { t } = useTranslation('telephones');
  const { state: desk, layout, problem } = useDesk();
  const move = (by: -1 | 1) => () => layout.dispatch({ type: 'move', number, by });
  const remove = (): void => {
    layout.dispatch({ type: 'close', number });
    removeHandset(number).then(() => desk.dispatch({ type: 'removed', number }), problem.dispatch);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('phone.more')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={move(-1)}>
          {t('phone.moveLeft')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowRight size={16} aria-hidden />} onClick={move(1)}>
          {t('phone.moveRight')}
        </Menu.Item>
        {role === 'other' && state === 'idle' && (
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
            {t('phone.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
