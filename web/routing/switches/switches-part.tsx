import { Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing, useScope } from '../editing.ts';
import { ScopeNote } from '../scope-note.tsx';
import { languageName } from '../texts/language-names.ts';
import { spokenLanguages } from '../texts/spoken-text.ts';
import { WholeNumberField } from '../../ui/whole-number-field.tsx';
import classes from './switches-part.module.css';

interface SwitchLineProps {
  name: 'menuEnabled' | 'aiEnabled' | 'waiting';
  checked: boolean;
  onChange: (checked: boolean) => void;
  children?: ReactNode;
}

/** Something that is on or off, what it means, and what belongs to it while it is on. */
const SwitchLine = ({ name, checked, onChange, children }: SwitchLineProps) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  return (
    <div className={classes.part}>
      <Switch
        label={t(`switches.${name}`)}
        description={t(`switches.${name}Help`)}
        checked={checked}
        disabled={!mayChange}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {checked && children !== undefined && <div className={classes.fields}>{children}</div>}
    </div>
  );
};

type NumberName = 'menuTimeoutSeconds' | 'menuRepeats' | 'ringSeconds';

const NumberSetting = ({ name, min, max }: { name: NumberName; min: number; max: number }) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { settings, change } = useScope();
  return (
    <WholeNumberField
      label={t(`fields.${name}`)}
      min={min}
      max={max}
      readOnly={!mayChange}
      value={settings[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
};

/** Two minutes: as long as most people hold the line. */
const usualWait = 120;

/** What of the answering is on, and for how long. */
export const SwitchesPart = () => {
  const { t, i18n } = useTranslation('routing');
  const { directory, mayChange } = useEditing();
  const { path, settings, change } = useScope();
  const offered = spokenLanguages.filter(
    (each) => each === settings.language || directory.languages.includes(each),
  );
  return (
    <Panel title={t('parts.switches')}>
      <ScopeNote />
      <SwitchLine
        name="menuEnabled"
        checked={settings.menuEnabled}
        onChange={(menuEnabled) => change({ menuEnabled })}
      >
        <NumberSetting name="menuTimeoutSeconds" min={1} max={30} />
        <NumberSetting name="menuRepeats" min={0} max={5} />
        <FieldProblems at={`${path}/menu`} exactly />
      </SwitchLine>
      <SwitchLine
        name="aiEnabled"
        checked={settings.aiEnabled}
        onChange={(aiEnabled) => change({ aiEnabled })}
      />
      <SwitchLine
        name="waiting"
        checked={settings.maxWaitSeconds > 0}
        onChange={(waits) => change({ maxWaitSeconds: waits ? usualWait : 0 })}
      >
        <WholeNumberField
          label={t('fields.maxWaitSeconds')}
          min={1}
          max={1800}
          readOnly={!mayChange}
          value={settings.maxWaitSeconds}
          onChange={(maxWaitSeconds) => change({ maxWaitSeconds })}
        />
      </SwitchLine>
      <div className={classes.part}>
        <div className={classes.fields} data-flush>
          <NumberSetting name="ringSeconds" min={5} max={120} />
          <Select
            label={t('fields.language')}
            data={offered.map((value) => ({ value, label: languageName(value, i18n.language) }))}
            value={settings.language}
            allowDeselect={false}
            readOnly={!mayChange}
            onChange={(value) => {
              const language = spokenLanguages.find((each) => each === value);
              if (language !== undefined) change({ language });
            }}
          />
        </div>
        <FieldProblems at={`${path}/language`} />
      </div>
    </Panel>
  );
};
