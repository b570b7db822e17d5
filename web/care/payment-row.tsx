import { Anchor, Button, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCash,
  IconCircleCheck,
  IconClock,
  IconExternalLink,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../src/care/rules/care-views.ts';
import { isUnpaid, type PaymentStatus } from '../../src/care/rules/settle-balance.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { plainDate } from '../ui/moment.ts';
import { money } from '../ui/money.ts';
import { RowMenu } from '../ui/row-menu.tsx';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import classes from './care.module.css';
import { useCareCommands } from './use-care-commands.ts';

const faces: Record<PaymentStatus, { tone: Tone; icon: ReactNode }> = {
  due: { tone: 'amber', icon: <IconClock /> },
  failed: { tone: 'red', icon: <IconAlertTriangle /> },
  received: { tone: 'green', icon: <IconCircleCheck /> },
  withdrawn: { tone: 'grey', icon: <IconX /> },
};
const actionIcons = { due: IconArrowBackUp, failed: IconAlertTriangle, withdrawn: IconX };

interface PaymentRowProps {
  payment: PaymentView;
  clinic: MyClinic;
  patientId: string;
}

export const PaymentRow = ({ payment, clinic, patientId }: PaymentRowProps) => {
  const { t, i18n } = useTranslation('care');
  const { status, dueOn, overdue, fault, link, reference } = payment;
  const amount = money(payment.amount.cents, payment.amount.currency, i18n.language);
  const face = overdue && status === 'due' ? { tone: 'red' as const, icon: <IconClock /> } : faces[status];
  return (
    <li className={classes.row} data-testid={`payment-${payment.id}`}>
      <div className={classes.head}>
        <span className={classes.name}>{amount}</span>
        <StatusLabel tone={face.tone} icon={face.icon}>
          {overdue && status === 'due' ? t('overdue') : t(`statuses.${status}`)}
        </StatusLabel>
      </div>
      <p className={classes.facts}>
        {dueOn !== null && <span>{t('dueOn', { date: plainDate(dueOn, i18n.language) })}</span>}
        {reference !== null && <span>{reference}</span>}
        {fault !== null && <span>{t('fault', { fault: fault.replaceAll('_', ' ') })}</span>}
        {link !== null && (
          <Anchor href={link} target="_blank" rel="noreferrer" size="xs">
            {t('openPayment')} <IconExternalLink size={12} aria-hidden />
          </Anchor>
        )}
      </p>
      {mayWrite(clinic.role) && (
        <PaymentActions payment={payment} clinic={clinic} patientId={patientId} amount={amount} />
      )}
    </li>
  );
};

const PaymentActions = ({ payment, clinic, patientId, amount }: PaymentRowProps & { amount: string }) => {
  const { t } = useTranslation('care');
  const commands = useCareCommands(clinic.id, patientId);
  const unpaid = isUnpaid(payment.status);
  const others = unpaid
    ? (['due', 'failed', 'withdrawn'] as const).filter((other) => other !== payment.status)
    : (['due'] as const);
  return (
    <div className={classes.actions}>
      {unpaid && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconCash size={16} aria-hidden />}
          onClick={() => commands.setStatus(payment, 'received', amount)}
        >
          {t('mark.received')}
        </Button>
      )}
      <RowMenu label={t('more', { name: amount })}>
        {others.map((other) => {
          const Icon = actionIcons[other];
          return (
            <Menu.Item
              key={other}
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => commands.setStatus(payment, other, amount)}
            >
              {t(`mark.${other}`)}
            </Menu.Item>
          );
        })}
      </RowMenu>
    </div>
  );
};
