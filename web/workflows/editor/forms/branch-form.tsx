import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Branch, BranchStep } from '../../../../src/workflows/rules/steps.ts';
import { WholeNumberField } from '../../../ui/whole-number-field.tsx';
import { everybody } from './empty-group.ts';
import classes from './forms.module.css';
import { RuleEditor } from './rules/rule-editor.tsx';
import type { FormOf } from './step-form-props.ts';
import { useFaultWords } from './use-fault-words.ts';

const mostBranches = 10;

/** The ways of which each person takes one: the first whose condition is true, or by lot. */
export const BranchForm = (form: FormOf<BranchStep>) => {
  const { t } = useTranslation('stepForms');
  const { step, faults, onChange } = form;
  const wrong = useFaultWords(faults);
  const set = (branches: Branch[]): void => onChange({ ...step, branches });
  const shares = step.branches.reduce((sum, { percent = 0 }) => sum + percent, 0);
  const add = (): void =>
    set([
      ...step.branches,
      {
        name: t('branch.newName', { number: step.branches.length + 1 }),
        ...(step.by === 'percent' ? { percent: Math.max(0, 100 - shares) } : { if: everybody }),
        steps: [],
      },
    ]);
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('branch.by')}
        data={(['condition', 'percent'] as const).map((value) => ({ value, label: t(`branch.${value}`) }))}
        value={step.by}
        onChange={(by) => onChange({ ...step, by })}
      />
      <p className={classes.hint}>{t(`branch.${step.by}Hint`)}</p>
      {step.branches.map((branch, index) => (
        <OneBranch
          // oxlint-disable-next-line react/no-array-index-key -- two branches may have the same name
          key={index}
          form={form}
          branch={branch}
          onChange={(next) => set(step.branches.with(index, next))}
          onRemove={() => set(step.branches.toSpliced(index, 1))}
        />
      ))}
      {step.by === 'percent' && (
        <p className={shares > 100 ? classes.fault : classes.hint}>
          {shares > 100
            ? wrong('percent-over-100')
            : t('branch.rest', { percent: Math.round((100 - shares) * 100) / 100 })}
        </p>
      )}
      {step.branches.length < mostBranches && (
        <Button
          variant="default"
          className={classes.add}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
        >
          {t('branch.add')}
        </Button>
      )}
    </>
  );
};

interface OneBranchProps {
  form: FormOf<BranchStep>;
  branch: Branch;
  onChange: (branch: Branch) => void;
  onRemove: () => void;
}

const OneBranch = ({ form: { step, faults, definition }, branch, onChange, onRemove }: OneBranchProps) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  return (
    <section className={classes.branch} aria-label={branch.name}>
      <div className={classes.row}>
        <TextInput
          className={classes.grow}
          label={t('branch.name')}
          value={branch.name}
          maxLength={60}
          error={branch.name.trim() === '' ? wrong('no-name') : undefined}
          onChange={(event) => onChange({ ...branch, name: event.currentTarget.value })}
        />
        {step.by === 'percent' && (
          <WholeNumberField
            className={classes.count}
            label={t('branch.share')}
            suffix=" %"
            min={0}
            max={100}
            value={branch.percent ?? 0}
            onChange={(percent) => onChange({ ...branch, percent })}
          />
        )}
        {step.branches.length > 1 && (
          <ActionIcon
            variant="subtle"
            color="red"
            size={36}
            aria-label={t('branch.remove', { name: branch.name })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {step.by === 'condition' && (
        <RuleEditor
          label={t('branch.if', { name: branch.name })}
          group={branch.if ?? everybody}
          emptyError={wrong('branch-without-rule')}
          definition={definition}
          onChange={(group) => onChange({ ...branch, if: group })}
        />
      )}
    </section>
  );
};
