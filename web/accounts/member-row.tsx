import { ActionIcon, Avatar, Switch } from '@mantine/core';
import { IconLock, IconShieldCheck, IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../src/accounts/rules/access-views.ts';
import { atLeast, type Role } from '../../src/accounts/rules/role.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { confirmDone, offerUndo } from '../ui/notice.tsx';
import section from '../ui/section.module.css';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './access.module.css';
import { AskInPlace } from './ask-in-place.tsx';
import { useCurrentClinic } from './current-clinic.tsx';
import { RoleSelect } from './role-select.tsx';
import { useChangeRole, useRemoveMember, useSwitchAnswersCalls } from './use-people-commands.ts';

/** Somebody with access: who, how they sign in, when they were here last, and what they may do. */
export const MemberRow = ({ member }: { member: MemberView }) => {
  const { t } = useTranslation('access');
  const { me, clinic } = useCurrentClinic();
  const [asked, setAsked] = useState<'remove' | 'no-calls' | null>(null);
  const switchCalls = useSwitchAnswersCalls();
  const remove = useRemoveMember();
  const { name, userId } = member;
  const mayChange = atLeast(clinic.role, member.role);
  return (
    <li className={classes.member}>
      <Avatar name={name} color="desk" size={32} alt="" aria-hidden />
      <div className={section.who}>
        <span className={classes.name}>{name}</span>
        {userId === me.user.id && <span className={section.small}> ({t('you')})</span>}
        <div className={section.small}>{member.email}</div>
        <Duties member={member} />
      </div>
      <div className={section.who}>
        <Presence member={member} />
        <Switch
          size="xs"
          mt={6}
          label={t('people.takesCalls')}
          aria-label={t('people.takesCallsOf', { name })}
          checked={switchCalls.isPending ? switchCalls.variables.answersCalls : member.staffId !== null}
          onChange={(event) => {
            if (event.currentTarget.checked) switchCalls.mutate({ userId, answersCalls: true });
            else setAsked('no-calls');
          }}
        />
      </div>
      {mayChange ? <RoleOf member={member} /> : <RoleText role={member.role} />}
      {mayChange && userId !== me.user.id ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('people.remove', { name })}
          title={t('people.remove', { name })}
          onClick={() => setAsked('remove')}
        >
          <IconUserMinus size={18} aria-hidden />
        </ActionIcon>
      ) : (
        <span />
      )}
      {asked === 'remove' && (
        <AskInPlace
          question={t('people.removeQuestion', { name })}
          text={t('people.removeText')}
          action={t('people.remove', { name })}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            remove.mutate(userId, { onSuccess: () => confirmDone(t('people.removed', { name })) });
          }}
        />
      )}
      {asked === 'no-calls' && (
        <AskInPlace
          question={t('people.noCallsQuestion', { name })}
          text={t('people.noCallsText')}
          action={t('people.noCallsNow')}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            switchCalls.mutate({ userId, answersCalls: false });
          }}
        />
      )}
    </li>
  );
};

/** What they do, and for which departments they take calls. */
const Duties = ({ member: { staffId, title, departments } }: { member: MemberView }) => {
  const duties = staffId === null ? [] : [...new Set([title, ...departments])].filter(Boolean);
  return duties.length === 0 ? null : <div className={section.small}>{duties.join(' · ')}</div>;
};

const Presence = ({ member: { twoFactor, lastSeenAt } }: { member: MemberView }) => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  return (
    <div className={section.facts}>
      <StatusLabel tone={twoFactor ? 'green' : 'grey'} icon={twoFactor ? <IconShieldCheck /> : <IconLock />}>
        {twoFactor ? t('people.factorOn') : t('people.factorOff')}
      </StatusLabel>
      {lastSeenAt === null ? (
        <span>{t('people.never')}</span>
      ) : (
        <span>
          {t('people.seen')} <MomentText at={lastSeenAt} timeZone={clinic.timeZone} />
        </span>
      )}
    </div>
  );
};

const RoleText = ({ role }: { role: Role }) => {
  const { t } = useTranslation('accounts');
  return <span className={section.small}>{t(`roles.${role}`)}</span>;
};

const RoleOf = ({ member: { userId, name, role } }: { member: MemberView }) => {
  const { t } = useTranslation('access');
  const { t: tAccounts } = useTranslation('accounts');
  const { t: tUi } = useTranslation('ui');
  const change = useChangeRole();
  const shown = change.isPending ? change.variables.role : role;
  const changeTo = (next: Role): void =>
    change.mutate(
      { userId, role: next },
      {
        onSuccess: () =>
          offerUndo({
            message: t('people.roleChanged', { name, role: tAccounts(`roles.${next}`) }),
            undoLabel: tUi('undo'),
            onUndo: () => change.mutate({ userId, role }),
          }),
      },
    );
  return (
    <RoleSelect
      size="xs"
      aria-label={t('people.roleOf', { name })}
      title={t(`roleHints.${shown}`)}
      role={shown}
      onRole={changeTo}
    />
  );
};
