import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeField } from '../../src/patients/rules/merge-fields.ts';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { dayOf, plainDate } from '../ui/moment.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { useFieldWords } from './change-words.ts';
import classes from './duplicates.module.css';
import { draftOf } from './draft.ts';
import { useFieldValue } from './field-value.ts';
import { choicesBetween, inOrder, type Choice } from './merge-choices.ts';
import { PersonLink } from './person-link.tsx';
import { useKeepApart, useMerge } from './use-merge.ts';

interface ComparePeopleProps {
  one: PatientView;
  other: PatientView;
  clinic: MyClinic;
  onMerged: (keptId: string) => void;
}

/** Two records side by side: what differs is chosen line by line, everything else is kept from both. */
export const ComparePeople = ({ one, other, clinic, onMerged }: ComparePeopleProps) => {
  const { t } = useTranslation('patients');
  const { kept, duplicate } = inOrder(one, other);
  const choices = choicesBetween(kept, duplicate);
  const [take, setTake] = useState<readonly MergeField[]>([]);
  const merge = useMerge(clinic.id);
  const apart = useKeepApart(clinic.id);
  const choose = (field: MergeField, fromDuplicate: boolean): void =>
    setTake([...take.filter((each) => each !== field), ...(fromDuplicate ? [field] : [])]);
  return (
    <div className={classes.compare}>
      <div className={classes.heads}>
        <span />
        <RecordHead person={kept} clinic={clinic} />
        <RecordHead person={duplicate} clinic={clinic} />
      </div>
      {choices.map((choice) => (
        <ChoiceRow
          key={choice.field}
          choice={choice}
          kept={kept}
          duplicate={duplicate}
          fromDuplicate={take.includes(choice.field)}
          onChoose={(fromDuplicate) => choose(choice.field, fromDuplicate)}
        />
      ))}
      <p className={classes.both}>{t('duplicates.bothText')}</p>
      <div className={classes.decide}>
        <span className={classes.quiet}>{t('duplicates.undoWithin')}</span>
        <Button
          variant="default"
          loading={apart.isPending}
          disabled={merge.isPending}
          onClick={() => apart.mutate([one.id, other.id])}
        >
          {t('duplicates.notSame')}
        </Button>
        <Button
          loading={merge.isPending}
          disabled={apart.isPending}
          onClick={() =>
            merge.mutate(
              { keptId: kept.id, duplicateId: duplicate.id, take: [...take] },
              { onSuccess: () => onMerged(kept.id) },
            )
          }
        >
          {t('duplicates.merge')}
        </Button>
      </div>
    </div>
  );
};

/** Which of the two it is: by number and by how long it has been here. */
const RecordHead = ({ person, clinic }: { person: PatientView; clinic: MyClinic }) => {
  const { t, i18n } = useTranslation('patients');
  const { format } = usePhoneNumbers();
  const date = plainDate(dayOf(Date.parse(person.createdAt), clinic.timeZone), i18n.language);
  const details = [
    ...person.phoneNumbers.map(({ number }) => format(number)),
    ...person.identifiers.map(({ value }) => value),
    t('duplicates.since', { date }),
  ];
  return (
    <div className={classes.record}>
      <strong>
        <PersonLink clinicId={clinic.id} patientId={person.id}>
          {person.name}
        </PersonLink>
      </strong>
      {details.map((detail) => (
        <span key={detail} className={classes.quiet}>
          {detail}
        </span>
      ))}
    </div>
  );
};

interface ChoiceRowProps {
  choice: Choice;
  kept: PatientView;
  duplicate: PatientView;
  fromDuplicate: boolean;
  onChoose: (fromDuplicate: boolean) => void;
}

const ChoiceRow = ({ choice: { field, open }, kept, duplicate, fromDuplicate, onChoose }: ChoiceRowProps) => {
  const { t } = useTranslation('patients');
  const fieldWords = useFieldWords();
  const valueOf = useFieldValue();
  const name = fieldWords([field]);
  const values = [valueOf(field, draftOf(kept)), valueOf(field, draftOf(duplicate))];
  const chosen = open ? Number(fromDuplicate) : values[0] === '' ? 1 : 0;
  return (
    <fieldset className={classes.choice} aria-label={t('duplicates.choose', { field: name })}>
      <span className={classes.field}>{name}</span>
      {values.map((value, place) => (
        <Radio
          key={place}
          name={`${kept.id} ${duplicate.id} ${field}`}
          label={value === '' ? t('duplicates.empty') : value}
          checked={chosen === place}
          disabled={!open && chosen !== place}
          onChange={() => onChoose(place === 1)}
        />
      ))}
    </fieldset>
  );
};
