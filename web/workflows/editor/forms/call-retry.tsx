import { Checkbox, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { retriable, type PhoneCallStep } from '../../../../src/workflows/rules/steps.ts';
import { WholeNumberField } from '../../../ui/whole-number-field.tsx';
import classes from './forms.module.css';
import { SpanFields } from './span-fields.tsx';
import type { useFaultWords } from './use-fault-words.ts';

type Retry = PhoneCallStep['retry'];

interface CallRetryProps {
  retry: Retry;
  wrong: ReturnType<typeof useFaultWords>;
  onChange: (retry: Retry) => void;
}

const usual: NonNullable<Retry> = { times: 2, after: { hours: 2 }, on: ['no-answer', 'busy', 'failed'] };

/** Whether and when it is tried again. */
export const CallRetry = ({ retry, wrong, onChange }: CallRetryProps) => {
  const { t } = useTranslation(['stepForms', 'workflows']);
  return (
    <div className={classes.group}>
      <Switch
        label={t('call.retry')}
        checked={retry !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : undefined)}
      />
      {retry !== undefined && (
        <div className={classes.inset}>
          <WholeNumberField
            label={t('call.times')}
            min={1}
            max={5}
            value={retry.times}
            onChange={(times) => onChange({ ...retry, times })}
          />
          <SpanFields
            label={t('call.after')}
            value={retry.after}
            error={wrong('no-span')}
            onChange={(after) => onChange({ ...retry, after })}
          />
          <Checkbox.Group
            label={t('call.on')}
            value={retry.on}
            error={wrong('no-outcome')}
            onChange={(on) => onChange({ ...retry, on: retriable.filter((each) => on.includes(each)) })}
          >
            <Stack gap={8} mt={6}>
              {retriable.map((outcome) => (
                <Checkbox key={outcome} value={outcome} label={t(`workflows:values.${outcome}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
        </div>
      )}
    </div>
  );
};
