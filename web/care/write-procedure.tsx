import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../src/care/rules/care-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { orNull } from '../ui/typed-text.ts';
import { NameField, PlanField } from './care-fields.tsx';
import { CareForm } from './care-form.tsx';
import classes from './care.module.css';
import { useCareCommands } from './use-care-commands.ts';

interface WriteProcedureProps {
  clinic: MyClinic;
  patientId: string;
  plans: readonly PlanView[];
  onClose: () => void;
}

export const WriteProcedure = ({ clinic, patientId, plans, onClose }: WriteProcedureProps) => {
  const { t } = useTranslation('care');
  const commands = useCareCommands(clinic.id, patientId);
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [planId, setPlanId] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const save = (): void =>
    commands.add('procedures', { name: name.trim(), code: orNull(code), planId, done }, onClose);
  return (
    <CareForm
      label={t('addProcedure')}
      saving={commands.saving}
      ready={name.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <NameField
          label={t('procedureName')}
          placeholder={t('procedureNameHint')}
          value={name}
          onChange={setName}
        />
        <TextInput
          label={t('code')}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      <PlanField plans={plans} value={planId} onChange={setPlanId} />
      <Checkbox
        label={t('alreadyDone')}
        checked={done}
        onChange={(event) => setDone(event.currentTarget.checked)}
      />
    </CareForm>
  );
};
