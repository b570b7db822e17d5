import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PhoneKind } from '../../src/patients/rules/contact-points.ts';
import { PhoneField } from '../ui/phone-field.tsx';
import { useFaultWords } from './fault-words.ts';
import type { FieldsProps } from './patient-form.tsx';
import classes from './patient-form.module.css';

type Numbers = FieldsProps['draft']['phoneNumbers'];

const kinds: readonly PhoneKind[] = ['mobile', 'home', 'work', 'other'];
const most = 10;

/** Several numbers, each with what one may do with it. One is called first. */
export const PhoneFields = ({ draft, clinic, faults, onChange }: FieldsProps) => {
  const { t } = useTranslation('patients');
  const numbers = draft.phoneNumbers;
  const set = (phoneNumbers: Numbers): void => onChange({ phoneNumbers });
  const add = (): void =>
    set([
      ...numbers,
      { number: '', kind: 'mobile', preferred: numbers.length === 0, takesSms: true, unreachable: false },
    ]);
  return (
    <div className={classes.lines}>
      {numbers.map((_, index) => (
        <NumberLine key={index} {...{ numbers, index, clinic, faults, set }} />
      ))}
      {numbers.length < most && (
        <div>
          <Button size="xs" variant="light" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('form.addNumber')}
          </Button>
        </div>
      )}
    </div>
  );
};

interface NumberLineProps extends Pick<FieldsProps, 'clinic' | 'faults'> {
  numbers: Numbers;
  index: number;
  set: (numbers: Numbers) => void;
}

const NumberLine = ({ numbers, index, clinic, faults, set }: NumberLineProps) => {
  const { t } = useTranslation('patients');
  const words = useFaultWords(faults);
  const line = numbers[index];
  if (line === undefined) return null;
  const place = { index: index + 1 };
  const change = (part: Partial<Numbers[number]>): void =>
    set(numbers.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const prefer = (): void => set(numbers.map((each, at) => ({ ...each, preferred: at === index })));
  return (
    <fieldset className={classes.line} aria-label={t('form.numberOf', place)}>
      <div className={classes.row}>
        <PhoneField
          className={classes.grow}
          aria-label={t('form.numberOf', place)}
          placeholder={t('form.number')}
          number={line.number}
          near={clinic.phoneNumbers[0]}
          error={words(`phoneNumbers/${index}/number`)}
          onNumber={(number) => change({ number })}
        />
        <NativeSelect
          className={classes.kind}
          aria-label={t('form.kindOf', place)}
          data={kinds.map((value) => ({ value, label: t(`phoneKinds.${value}`) }))}
          value={line.kind}
          onChange={(event) =>
            change({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'other' })
          }
        />
        <ActionIcon
          size={34}
          variant="subtle"
          color="gray"
          aria-label={t('form.removeNumber', place)}
          onClick={() => set(numbers.filter((_, at) => at !== index))}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.switches}>
        {numbers.length > 1 && (
          <Checkbox size="xs" label={t('form.preferredNumber')} checked={line.preferred} onChange={prefer} />
        )}
        <Checkbox
          size="xs"
          label={t('form.takesSms')}
          checked={line.takesSms}
          onChange={(event) => change({ takesSms: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={t('form.unreachable')}
          checked={line.unreachable}
          onChange={(event) => change({ unreachable: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
};
