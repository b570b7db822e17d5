import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import classes from './patient-page.module.css';
import { useArchive } from './use-archive.ts';

interface ArchivedNoticeProps {
  patient: PatientView;
  clinicId: string;
  mayChange: boolean;
}

export const ArchivedNotice = ({ patient, clinicId, mayChange }: ArchivedNoticeProps) => {
  const { t } = useTranslation('patients');
  const { restore } = useArchive(clinicId, patient);
  if (patient.archivedAt === null) return null;
  return (
    <div className={classes.notice} role="status">
      <IconArchive size={18} aria-hidden />
      <span>{t('person.archivedSince')}</span>
      {mayChange && (
        <Button size="xs" variant="default" onClick={restore}>
          {t('person.restore')}
        </Button>
      )}
    </div>
  );
};
