import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDeskState } from '../desk/desk-context.ts';
import { readable } from '../telephone/phone-number.ts';
import classes from './bad-day.module.css';
import { type BadDayState, type CalleeOutcome, withCallee } from './bad-day-state.ts';

const OUTCOMES = ['busy', 'no-answer', 'machine', 'failed'] as const satisfies readonly CalleeOutcome[];
const EVERYBODY = '*';

/** What happens to calls to everybody, or to chosen numbers, whatever their people do. */
export function CalleeOutcomes({
  state,
  onChange,
}: {
  state: BadDayState;
  onChange: (state: BadDayState) => void;
}) {
  const { t } = useTranslation('telephones');
  const telephones = useDeskState((desk) => desk.telephones);
  const chosen = Object.keys(state.callees).filter((number) => number !== EVERYBODY);
  const nameOf = (number: string): string => telephones[number]?.name ?? readable(number);
  const others = Object.values(telephones).filter(({ number }) => state.callees[number] === undefined);
  const set = (number: string) => (outcome: CalleeOutcome | null) =>
    onChange(withCallee(state, number, outcome));
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{t('badDay.callees')}</legend>
      <OutcomeSelect
        label={t('badDay.everybody')}
        outcome={state.callees[EVERYBODY]}
        onChange={set(EVERYBODY)}
      />
      {chosen.map((number) => (
        <div key={number} className={classes.callee}>
          <OutcomeSelect label={nameOf(number)} outcome={state.callees[number]} onChange={set(number)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('badDay.forget', { name: nameOf(number) })}
            onClick={() => set(number)(null)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Select
        aria-label={t('badDay.addCallee')}
        placeholder={t('badDay.addCallee')}
        searchable
        value={null}
        data={others.map(({ number, name }) => ({ value: number, label: `${name} · ${readable(number)}` }))}
        onChange={(number) => number !== null && set(number)('busy')}
      />
    </fieldset>
  );
}

type OutcomeProps = {
  label: string;
  outcome: CalleeOutcome | undefined;
  onChange: (outcome: CalleeOutcome | null) => void;
};

function OutcomeSelect({ label, outcome, onChange }: OutcomeProps) {
  const { t } = useTranslation('telephones');
  return (
    <Select
      className={classes.outcome ?? ''}
      label={label}
      allowDeselect={false}
      value={outcome ?? ''}
      data={[
        { value: '', label: t('badDay.asUsual') },
        ...OUTCOMES.map((value) => ({ value, label: t(`badDay.outcome.${value}`) })),
      ]}
      onChange={(value) => onChange(OUTCOMES.find((each) => each === value) ?? null)}
    />
  );
}
