import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { useOnTick } from '../ui/clock.ts';
import { relative } from '../ui/moment.ts';
import classes from './patient-page.module.css';
import { useUndoMerge } from './use-merge.ts';

interface MergedNoticeProps {
  patient: PatientView;
  clinic: MyClinic;
}

/** A merge that can still be taken back, where one would notice that it was wrong. */
export const MergedNotice = ({ patient, clinic }: MergedNoticeProps) =>
  patient.mergedFrom.map((merge) => (
    <Merge key={merge.mergeId} merge={merge} patient={patient} clinic={clinic} />
  ));

const Merge = ({
  merge,
  patient,
  clinic,
}: MergedNoticeProps & { merge: PatientView['mergedFrom'][number] }) => {
  const { t, i18n } = useTranslation('patients');
  const undo = useUndoMerge(clinic.id, patient.id);
  const when = useOnTick((second) => relative(merge.at, second, i18n.language, clinic.timeZone));
  return (
    <div className={classes.notice}>
      <IconArrowMerge size={18} aria-hidden />
      <span>{t('person.mergedFrom', { name: merge.name, when })}</span>
      {mayWrite(clinic.role) && (
        <Button
          size="xs"
          variant="default"
          loading={undo.isPending}
          onClick={() => undo.mutate(merge.mergeId)}
        >
          {t('person.undoMerge')}
        </Button>
      )}
    </div>
  );
};
