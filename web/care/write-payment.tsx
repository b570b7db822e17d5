import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../src/care/rules/care-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { AmountField } from '../ui/amount-field.tsx';
import { orNull } from '../ui/typed-text.ts';
import { LinkField, PlanField } from './care-fields.tsx';
import { CareForm } from './care-form.tsx';
import classes from './care.module.css';
import { useCareCommands } from './use-care-commands.ts';

interface WritePaymentProps {
  clinic: MyClinic;
  patientId: string;
  plans: readonly PlanView[];
  onClose: () => void;
}

export const WritePayment = ({ clinic, patientId, plans, onClose }: WritePaymentProps) => {
  const { t } = useTranslation('care');
  const commands = useCareCommands(clinic.id, patientId);
  const [cents, setCents] = useState<number | null>(null);
  const [dueOn, setDueOn] = useState('');
  const [link, setLink] = useState('');
  const [planId, setPlanId] = useState<string | null>(null);
  const save = (): void =>
    commands.add(
      'payments',
      { amountCents: cents ?? 0, dueOn: orNull(dueOn), link: orNull(link), planId },
      onClose,
    );
  return (
    <CareForm
      label={t('addPayment')}
      saving={commands.saving}
      ready={cents !== null && cents > 0}
      onSave={save}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <AmountField label={t('amount')} min={0} max={1_000_000} cents={cents} onChange={setCents} required />
        <TextInput
          type="date"
          label={t('due')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      </div>
      <LinkField label={t('paymentLink')} value={link} onChange={setLink} />
      <PlanField plans={plans} value={planId} onChange={setPlanId} />
    </CareForm>
  );
};
