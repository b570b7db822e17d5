import { Button } from '@mantine/core';
import { IconClockX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../src/accounts/rules/access-views.ts';
import { useOnTick } from '../ui/clock.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import section from '../ui/section.module.css';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './access.module.css';
import { useCurrentClinic } from './current-clinic.tsx';
import { invitationsQuery } from './people.query.ts';
import { useResendInvitation, useWithdrawInvitation } from './use-people-commands.ts';

/** Invitations that nobody has accepted yet; nothing when there are none. */
export const InvitationsPanel = () => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const { data: invitations = [] } = useQuery(invitationsQuery(clinic.id));
  if (invitations.length === 0) return null;
  return (
    <Panel title={t('invitations.title')} count={invitations.length}>
      <ul className={section.rows}>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Panel>
  );
};

const InvitationRow = ({ invitation }: { invitation: InvitationView }) => {
  const { t } = useTranslation('access');
  const { t: tAccounts } = useTranslation('accounts');
  const resend = useResendInvitation();
  const withdraw = useWithdrawInvitation();
  const { id, name, email, role, invitedBy } = invitation;
  return (
    <li className={classes.spacious}>
      <div className={section.who}>
        <span className={classes.name}>{name}</span>
        <div className={section.small}>
          {email} · {tAccounts(`roles.${role}`)} · {t('invitations.by', { name: invitedBy })}
        </div>
        <Validity expiresAt={invitation.expiresAt} />
      </div>
      <div className={section.actions}>
        <Button
          size="xs"
          variant="default"
          loading={resend.isPending}
          aria-label={t('invitations.resendTo', { name })}
          onClick={() => resend.mutate(id, { onSuccess: () => confirmDone(t('invite.sent', { email })) })}
        >
          {t('invitations.resend')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          c="inherit"
          loading={withdraw.isPending}
          aria-label={t('invitations.withdrawOf', { name })}
          onClick={() =>
            withdraw.mutate(id, { onSuccess: () => confirmDone(t('invitations.withdrawn', { name })) })
          }
        >
          {t('invitations.withdraw')}
        </Button>
      </div>
    </li>
  );
};

const Validity = ({ expiresAt }: { expiresAt: string }) => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const over = useOnTick((second) => Date.parse(expiresAt) < second * 1000);
  if (over)
    return (
      <StatusLabel tone="amber" icon={<IconClockX />}>
        {t('invitations.over')}
      </StatusLabel>
    );
  return (
    <div className={section.small}>
      {t('invitations.until')} <MomentText at={expiresAt} timeZone={clinic.timeZone} words="calendar" />
    </div>
  );
};
