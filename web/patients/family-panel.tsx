import { ActionIcon, Button } from '@mantine/core';
import { IconLinkOff, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { plainDate } from '../ui/moment.ts';
import { offerUndo } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { AddRelative } from './add-relative.tsx';
import { ageOn } from './age.ts';
import classes from './family-panel.module.css';
import { useFamily } from './use-family.ts';
import { useToday } from './use-today.ts';

interface FamilyPanelProps {
  patient: PatientView;
  clinic: MyClinic;
  mayChange: boolean;
}

/** Who answers for whom; each relative one click away. */
export const FamilyPanel = ({ patient, clinic, mayChange }: FamilyPanelProps) => {
  const { t } = useTranslation('patients');
  const [adding, setAdding] = useState(false);
  const { guardians, children } = patient;
  return (
    <Panel
      title={t('family.title')}
      actions={
        mayChange &&
        !adding && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('family.add')}
          </Button>
        )
      }
    >
      {guardians.length + children.length === 0 && !adding && (
        <p className={classes.none}>{t('family.none')}</p>
      )}
      <Relatives title={t('family.guardians')} as="guardian" {...{ patient, clinic, mayChange }} />
      <Relatives title={t('family.children')} as="child" {...{ patient, clinic, mayChange }} />
      {adding && <AddRelative patient={patient} clinic={clinic} onClose={() => setAdding(false)} />}
    </Panel>
  );
};

/** @param as what they are to this person */
const Relatives = ({
  title,
  as,
  patient,
  clinic,
  mayChange,
}: FamilyPanelProps & { title: string; as: 'guardian' | 'child' }) => {
  const people = as === 'guardian' ? patient.guardians : patient.children;
  if (people.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.list}>
        {people.map((relative) => (
          <Relative key={relative.id} {...{ relative, as, patient, clinic, mayChange }} />
        ))}
      </ul>
    </section>
  );
};

interface RelativeProps extends FamilyPanelProps {
  relative: PatientView['guardians'][number];
  as: 'guardian' | 'child';
}

const Relative = ({ relative, as, patient, clinic, mayChange }: RelativeProps) => {
  const { t, i18n } = useTranslation(['patients', 'ui']);
  const today = useToday(clinic);
  const family = useFamily(clinic.id);
  const { id, name, birthDate, relation, speaksFor } = relative;
  const pair =
    as === 'guardian' ? { childId: patient.id, guardianId: id } : { childId: id, guardianId: patient.id };
  const details = [
    as === 'guardian' ? t(`patients:relations.${relation}`) : null,
    birthDate === null ? null : t('patients:years', { count: ageOn(birthDate, today) }),
    speaksFor ? null : t('patients:family.mayNotDecide'),
  ].filter((part) => part !== null);
  const unlink = (): void =>
    family.unlink.mutate(pair, {
      onSuccess: () =>
        offerUndo({
          message: t('patients:family.removed', { name }),
          undoLabel: t('ui:undo'),
          onUndo: () => family.link.mutate({ ...pair, relation, speaksFor }),
        }),
    });
  return (
    <li className={classes.relative}>
      <div className={classes.who}>
        <Link
          to="/clinics/$clinicId/patients/$patientId"
          params={{ clinicId: clinic.id, patientId: id }}
          className={classes.name}
          title={birthDate === null ? undefined : plainDate(birthDate, i18n.language)}
        >
          {name}
        </Link>
        <span className={classes.detail}>{details.join(' · ')}</span>
      </div>
      {mayChange && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('patients:family.remove', { name })}
          title={t('patients:family.remove', { name })}
          loading={family.unlink.isPending}
          onClick={unlink}
        >
          <IconLinkOff size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
};
