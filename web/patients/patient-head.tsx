import { Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowMerge,
  IconCalendarPlus,
  IconFileExport,
  IconDotsVertical,
  IconPencil,
  IconStarFilled,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { mayManage } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { CallButton } from '../softphone/call-button.tsx';
import { plainDate } from '../ui/moment.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { StatusLabel } from '../ui/status-label.tsx';
import { ageOn } from './age.ts';
import { useFamilyHint } from './family-hint.ts';
import classes from './patient-page.module.css';
import { patientPath } from './patients.query.ts';
import { useArchive } from './use-archive.ts';
import { useToday } from './use-today.ts';

interface PatientHeadProps {
  patient: PatientView;
  clinic: MyClinic;
  mayChange: boolean;
  onEdit: () => void;
}

/** Who it is, in one line more than the name, and what one does with somebody. */
export const PatientHead = ({ patient, clinic, mayChange, onEdit }: PatientHeadProps) => {
  const { t, i18n } = useTranslation('patients');
  usePageTitle(patient.name);
  const today = useToday(clinic);
  const hint = useFamilyHint(patient);
  const born = patient.birthDate;
  const sub = [
    born === null ? null : t('years', { count: ageOn(born, today) }),
    born === null ? null : t('person.born', { date: plainDate(born, i18n.language) }),
    patient.preferredName === null ? null : `“${patient.preferredName}”`,
    hint,
  ].filter((part) => part !== null);
  return (
    <header className={classes.head}>
      <div className={classes.who}>
        <h1 className={classes.name}>
          {patient.name}
          {patient.vip && (
            <StatusLabel tone="amber" icon={<IconStarFilled />}>
              {t('vip')}
            </StatusLabel>
          )}
        </h1>
        {sub.length > 0 && <p className={classes.sub}>{sub.join(' · ')}</p>}
      </div>
      <div className={classes.actions}>
        {patient.contactNumber !== null && (
          <CallButton
            clinicId={clinic.id}
            to={patient.contactNumber.number}
            name={patient.contactNumber.of?.name ?? patient.givenName}
          />
        )}
        {mayChange && (
          <Button
            variant="default"
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/clinics/$clinicId/calendar"
                params={{ clinicId: clinic.id }}
                search={{ for: patient.id }}
              />
            )}
          >
            {t('person.book')}
          </Button>
        )}
        {mayChange && (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            aria-keyshortcuts="e"
            onClick={onEdit}
          >
            {t('person.edit')}
          </Button>
        )}
        {mayChange && <MoreMenu patient={patient} clinic={clinic} />}
      </div>
    </header>
  );
};

const MoreMenu = ({ patient, clinic }: { patient: PatientView; clinic: MyClinic }) => {
  const { t } = useTranslation('patients');
  const { archive } = useArchive(clinic.id, patient);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px={8} aria-label={t('moreActions')}>
          <IconDotsVertical size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowMerge size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/patients/duplicates"
              params={{ clinicId: clinic.id }}
              search={{ one: patient.id }}
            />
          )}
        >
          {t('person.mergeWith')}
        </Menu.Item>
        {mayManage(clinic.role) && (
          <Menu.Item
            component="a"
            href={patientPath(clinic.id, patient.id, '/fhir')}
            download={`${patient.name}.json`}
            leftSection={<IconFileExport size={16} aria-hidden />}
          >
            {t('person.giveOut')}
          </Menu.Item>
        )}
        {patient.archivedAt === null && (
          <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={archive}>
            {t('person.archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
