import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { confirmDone } from '../ui/notice.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { FormBar } from './form-bar.tsx';
import { PatientForm } from './patient-form.tsx';
import { useEditDraft } from './use-edit-draft.ts';
import { useToday } from './use-today.ts';

interface EditPatientProps {
  patient: PatientView;
  clinic: MyClinic;
  opened: boolean;
  onClose: () => void;
}

/** Beside the story, not over it: one may read there while typing here. */
export const EditPatient = ({ patient, clinic, opened, onClose }: EditPatientProps) => {
  const { t } = useTranslation('patients');
  const [changed, setChanged] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const close = (): void => {
    setLeaving(false);
    setChanged(false);
    onClose();
  };
  return (
    <Drawer
      opened={opened}
      onClose={() => (changed ? setLeaving(true) : close())}
      position="right"
      size={560}
      title={t('form.editTitle', { name: patient.name })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      <EditForm
        {...{ patient, clinic, leaving }}
        onChanged={setChanged}
        onStay={() => setLeaving(false)}
        onClose={close}
      />
    </Drawer>
  );
};

interface EditFormProps extends Omit<EditPatientProps, 'opened'> {
  /** somebody wants to close it with changes that are not saved */
  leaving: boolean;
  onChanged: (changed: boolean) => void;
  onStay: () => void;
}

/** Begins anew each time the drawer is opened: what was seen then is what the changes are against. */
const EditForm = ({ patient, clinic, leaving, onChanged, onStay, onClose }: EditFormProps) => {
  const { t } = useTranslation('patients');
  const edit = useEditDraft(clinic.id, patient, useToday(clinic));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        edit.submit((saved) => {
          confirmDone(t('form.saved', { name: saved.name }));
          onClose();
        });
      }}
    >
      {edit.conflict !== null && <ConflictNotice conflict={edit.conflict} onTakeTheirs={edit.takeTheirs} />}
      <PatientForm
        draft={edit.draft}
        clinic={clinic}
        faults={edit.faults}
        currency={patient.balance.currency}
        onChange={(part) => {
          onChanged(true);
          edit.change(part);
        }}
      />
      <FormBar
        action={t('form.save')}
        saving={edit.saving}
        faults={edit.faults}
        error={edit.conflict === null ? edit.error : null}
        leaving={leaving}
        onStay={onStay}
        onLeave={onClose}
      />
    </form>
  );
};
