import { Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isAboutAppointments } from '../../../../src/workflows/rules/check-definition.ts';
import type { WaitStep } from '../../../../src/workflows/rules/steps.ts';
import { everybody } from './empty-group.ts';
import classes from './forms.module.css';
import { MomentFields } from './moment-fields.tsx';
import { RuleEditor } from './rules/rule-editor.tsx';

import type { FormOf } from './step-form-props.ts';
import { useFaultWords } from './use-fault-words.ts';

/** Until when it waits, what ends it early, and what happens when the time is over already. */
export const WaitForm = ({ step, faults, definition, onChange }: FormOf<WaitStep>) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  const { asSoonAs, ...plain } = step;
  return (
    <>
      <MomentFields
        label={t('wait.until')}
        value={step.for}
        aboutAppointment={isAboutAppointments(definition)}
        error={wrong('no-appointment')}
        spanError={wrong('no-span')}
        onChange={(moment) => onChange({ ...step, for: moment })}
      />
      <div className={classes.group}>
        <Switch
          label={t('wait.asSoonAs')}
          checked={asSoonAs !== undefined}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? { ...step, asSoonAs: everybody } : plain)
          }
        />
        {asSoonAs !== undefined && (
          <RuleEditor
            label={t('wait.asSoonAs')}
            group={asSoonAs}
            emptyError={wrong('no-condition')}
            definition={definition}
            onChange={(group) => onChange({ ...step, asSoonAs: group })}
          />
        )}
      </div>
      <Radio.Group
        label={t('wait.ifPast')}
        value={step.ifPast}
        onChange={(ifPast) => onChange({ ...step, ifPast: ifPast === 'go-on' ? 'go-on' : 'skip' })}
      >
        <Stack gap={8} mt={6}>
          <Radio value="skip" label={t('wait.skip')} />
          <Radio value="go-on" label={t('wait.goOn')} />
        </Stack>
      </Radio.Group>
    </>
  );
};
