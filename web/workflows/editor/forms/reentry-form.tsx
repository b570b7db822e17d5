import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reentry } from '../../../../src/workflows/rules/definition.ts';
import { isAboutAppointments } from '../../../../src/workflows/rules/check-definition.ts';
import { WholeNumberField } from '../../../ui/whole-number-field.tsx';
import classes from './forms.module.css';
import type { HeadFormOf } from './head-form-props.ts';
import { useFaultWords } from './use-fault-words.ts';

const rules = ['never', 'once-per-appointment', 'after-days', 'always'] as const;

const asRule = (rule: Reentry['rule']): Reentry => (rule === 'after-days' ? { rule, days: 180 } : { rule });

/** Whether somebody may go through it again. */
export const ReentryForm = ({ value, faults, definition, onChange }: HeadFormOf<'reentry'>) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  const isImpossible = (rule: Reentry['rule']): boolean =>
    (rule === 'once-per-appointment' && !isAboutAppointments(definition)) ||
    (rule === 'always' && definition.trigger.daily !== undefined);
  return (
    <div className={classes.group}>
      <Radio.Group
        label={t('reentry.label')}
        value={value.rule}
        error={wrong(value.rule === 'always' ? 'every-day-again' : 'no-appointment')}
        onChange={(rule) => onChange(asRule(rule))}
      >
        <Stack gap={8} mt={6} mb={4}>
          {rules.map((rule) => (
            <Radio
              key={rule}
              value={rule}
              label={t(`reentry.${rule}`)}
              disabled={isImpossible(rule) && value.rule !== rule}
              description={isImpossible(rule) ? t(`reentry.why.${rule as 'always'}`) : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {value.rule === 'after-days' && (
        <WholeNumberField
          className={classes.inset}
          label={t('reentry.days')}
          min={1}
          max={3650}
          value={value.days}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
    </div>
  );
};
