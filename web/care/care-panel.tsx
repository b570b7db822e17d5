import { Button, Menu } from '@mantine/core';
import { IconCash, IconClipboardList, IconDental, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareView, PaymentView, PlanView, ProcedureView } from '../../src/care/rules/care-views.ts';
import { isUnpaid } from '../../src/care/rules/settle-balance.ts';
import { isOpen } from '../../src/care/rules/treatment-phase.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { money } from '../ui/money.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { careQuery } from './care.query.ts';
import classes from './care.module.css';
import { PaymentRow } from './payment-row.tsx';
import { PlanRow } from './plan-row.tsx';
import { ProcedureRow } from './procedure-row.tsx';
import { Shortened } from './shortened.tsx';
import { WritePayment } from './write-payment.tsx';
import { WritePlan } from './write-plan.tsx';
import { WriteProcedure } from './write-procedure.tsx';

interface CarePanelProps {
  patient: { id: string };
  clinic: MyClinic;
}

type Writing = 'plan' | 'procedure' | 'payment' | null;

/** What is done for somebody, and what is still to be paid. */
export const CarePanel = ({ patient, clinic }: CarePanelProps) => {
  const { t } = useTranslation('care');
  const [writing, setWriting] = useState<Writing>(null);
  const { data, error, isPending } = useQuery(careQuery(clinic.id, patient.id));
  const mayChange = mayWrite(clinic.role);
  const form = { clinic, patientId: patient.id, onClose: () => setWriting(null) };
  return (
    <Panel
      title={t('title')}
      actions={mayChange && writing === null && data !== undefined && <AddMenu onAdd={setWriting} />}
    >
      {error !== null && data === undefined && <ProblemNotice error={error} />}
      {isPending && <RowsSkeleton rows={3} />}
      {data !== undefined && <BalanceLine balance={data.balance} />}
      {writing !== null && (
        <div className={classes.write}>
          {writing === 'plan' && <WritePlan {...form} />}
          {writing === 'procedure' && <WriteProcedure {...form} plans={data?.plans ?? []} />}
          {writing === 'payment' && <WritePayment {...form} plans={data?.plans ?? []} />}
        </div>
      )}
      {data !== undefined && <Rows care={data} patient={patient} clinic={clinic} />}
    </Panel>
  );
};

const AddMenu = ({ onAdd }: { onAdd: (what: Writing) => void }) => {
  const { t } = useTranslation('care');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconClipboardList size={16} aria-hidden />} onClick={() => onAdd('plan')}>
          {t('addPlan')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDental size={16} aria-hidden />} onClick={() => onAdd('procedure')}>
          {t('addProcedure')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCash size={16} aria-hidden />} onClick={() => onAdd('payment')}>
          {t('addPayment')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const BalanceLine = ({ balance: { cents, currency } }: { balance: CareView['balance'] }) => {
  const { t, i18n } = useTranslation('care');
  const amount = money(Math.abs(cents), currency, i18n.language);
  return (
    <p className={classes.balance} data-testid="care-balance">
      <span>{t('balance')}</span>
      <strong>{cents === 0 ? t('settled') : cents < 0 ? t('credit', { amount }) : amount}</strong>
    </p>
  );
};

const Rows = ({ care, patient, clinic }: CarePanelProps & { care: CareView }) => {
  const { t } = useTranslation('care');
  const { plans, procedures, payments } = care;
  if (plans.length + procedures.length + payments.length === 0)
    return <p className={classes.none}>{t('none')}</p>;
  const row = { clinic, patientId: patient.id };
  const planRow = (plan: PlanView) => <PlanRow key={plan.id} plan={plan} {...row} />;
  const procedureRow = (procedure: ProcedureView) => (
    <ProcedureRow key={procedure.id} procedure={procedure} {...row} />
  );
  const paymentRow = (payment: PaymentView) => <PaymentRow key={payment.id} payment={payment} {...row} />;
  return (
    <>
      <Shortened
        title={t('plans')}
        open={plans.filter(({ phase }) => isOpen(phase)).map(planRow)}
        over={plans.filter(({ phase }) => !isOpen(phase)).map(planRow)}
      />
      <Shortened
        title={t('procedures')}
        open={procedures.filter(({ doneAt }) => doneAt === null).map(procedureRow)}
        over={procedures.filter(({ doneAt }) => doneAt !== null).map(procedureRow)}
      />
      <Shortened
        title={t('payments')}
        open={payments.filter(({ status }) => isUnpaid(status)).map(paymentRow)}
        over={payments.filter(({ status }) => !isUnpaid(status)).map(paymentRow)}
      />
    </>
  );
};
