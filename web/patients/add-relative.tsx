import { Button, Checkbox, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientListItem, PatientView } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { confirmDone } from '../ui/notice.tsx';
import { ageOn } from './age.ts';
import classes from './family-panel.module.css';
import { FindPerson } from './find-person.tsx';
import { useFamily, type Relation } from './use-family.ts';
import { useToday } from './use-today.ts';

const relations: readonly Relation[] = ['mother', 'father', 'grandparent', 'guardian', 'carer'];
const adult = 18;

interface AddRelativeProps {
  patient: PatientView;
  clinic: MyClinic;
  onClose: () => void;
}

/** First whom, then how they belong together. Opens in the panel; nothing covers the page. */
export const AddRelative = ({ patient, clinic, onClose }: AddRelativeProps) => {
  const { t } = useTranslation('patients');
  const [person, setPerson] = useState<PatientListItem | null>(null);
  return (
    <div
      className={classes.add}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {person === null ? (
        <>
          <FindPerson clinicId={clinic.id} except={patient.id} onFound={setPerson} />
          <Group justify="end">
            <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
              {t('family.cancel')}
            </Button>
          </Group>
        </>
      ) : (
        <HowRelated patient={patient} person={person} clinic={clinic} onClose={onClose} />
      )}
    </div>
  );
};

const HowRelated = ({ patient, person, clinic, onClose }: AddRelativeProps & { person: PatientListItem }) => {
  const { t } = useTranslation('patients');
  const today = useToday(clinic);
  const { link } = useFamily(clinic.id);
  // Whoever is a child is answered for; otherwise the elder answers for the younger.
  const isMinor = (birthDate: string | null): boolean =>
    birthDate !== null && ageOn(birthDate, today) < adult;
  const youngerThanPatient = (person.birthDate ?? '') > (patient.birthDate ?? '');
  const guess = isMinor(patient.birthDate)
    ? 'guardian'
    : isMinor(person.birthDate) || youngerThanPatient
      ? 'child'
      : 'guardian';
  const [direction, setDirection] = useState<'guardian' | 'child'>(guess);
  const [relation, setRelation] = useState<Relation>('mother');
  const [decides, setDecides] = useState(true);
  const guardian = direction === 'guardian' ? person.name : patient.name;
  const pair =
    direction === 'guardian'
      ? { childId: patient.id, guardianId: person.id }
      : { childId: person.id, guardianId: patient.id };
  const save = (): void =>
    link.mutate(
      { ...pair, relation, speaksFor: decides },
      {
        onSuccess: () => {
          confirmDone(t('family.linked', { name: person.name }));
          onClose();
        },
      },
    );
  return (
    <Stack gap="sm">
      <strong>{person.name}</strong>
      <SegmentedControl
        orientation="vertical"
        aria-label={t('family.direction')}
        data={(['guardian', 'child'] as const).map((value) => ({
          value,
          label: t(`family.directions.${value}`, { name: patient.givenName }),
        }))}
        value={direction}
        onChange={(value) => setDirection(value === 'child' ? 'child' : 'guardian')}
      />
      <NativeSelect
        label={t('family.relationOf', { name: guardian })}
        data={relations.map((value) => ({ value, label: t(`relations.${value}`) }))}
        value={relation}
        onChange={(event) =>
          setRelation(relations.find((each) => each === event.currentTarget.value) ?? 'guardian')
        }
      />
      <Checkbox
        label={t('family.decides')}
        checked={decides}
        onChange={(event) => setDecides(event.currentTarget.checked)}
      />
      <Group justify="end" gap="xs">
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          {t('family.cancel')}
        </Button>
        <Button size="xs" loading={link.isPending} onClick={save}>
          {t('family.link', { name: person.name })}
        </Button>
      </Group>
    </Stack>
  );
};
