import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../src/care/rules/care-views.ts';
import { openPhases, type OpenPhase } from '../../src/care/rules/treatment-phase.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { AmountField } from '../ui/amount-field.tsx';
import { orNull } from '../ui/typed-text.ts';
import { LinkField, NameField } from './care-fields.tsx';
import { CareForm } from './care-form.tsx';
import { useCareCommands } from './use-care-commands.ts';

interface WritePlanProps {
  clinic: MyClinic;
  patientId: string;
  /** one that is changed; left out: a new one */
  plan?: PlanView;
  onClose: () => void;
}

export const WritePlan = ({ clinic, patientId, plan, onClose }: WritePlanProps) => {
  const { t } = useTranslation('care');
  const commands = useCareCommands(clinic.id, patientId);
  const [name, setName] = useState(plan?.name ?? '');
  const [totalCents, setTotalCents] = useState(plan?.total?.cents ?? null);
  const [link, setLink] = useState(plan?.link ?? '');
  const [phase, setPhase] = useState<OpenPhase>('proposed');
  const [milestone, setMilestone] = useState(plan?.milestone ?? '');
  const save = (): void => {
    const said = { name: name.trim(), totalCents, link: orNull(link) };
    if (plan === undefined) return commands.add('treatment-plans', { ...said, phase }, onClose);
    const body = { ...said, milestone: orNull(milestone), revision: plan.revision };
    return commands.change('treatment-plans', plan.id, body, onClose);
  };
  return (
    <CareForm
      label={t(plan === undefined ? 'addPlan' : 'changePlan')}
      saving={commands.saving}
      ready={name.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <NameField label={t('planName')} placeholder={t('planNameHint')} value={name} onChange={setName} />
      <AmountField label={t('total')} min={0} max={1_000_000} cents={totalCents} onChange={setTotalCents} />
      <LinkField label={t('planLink')} value={link} onChange={setLink} />
      {plan === undefined ? (
        <Select
          label={t('phase')}
          allowDeselect={false}
          data={openPhases.map((value) => ({ value, label: t(`phases.${value}`) }))}
          value={phase}
          onChange={(value) => setPhase(value ?? 'proposed')}
        />
      ) : (
        <TextInput
          label={t('milestone')}
          placeholder={t('milestoneHint')}
          maxLength={200}
          value={milestone}
          onChange={(event) => setMilestone(event.currentTarget.value)}
        />
      )}
    </CareForm>
  );
};
