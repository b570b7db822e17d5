import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exit } from '../../../../src/workflows/rules/definition.ts';
import { everybody } from './empty-group.ts';
import classes from './forms.module.css';
import type { HeadFormOf } from './head-form-props.ts';
import { RuleEditor } from './rules/rule-editor.tsx';
import { EventChoice } from './trigger-form.tsx';
import { useFaultWords } from './use-fault-words.ts';

const simple = ['appointment-cancelled', 'appointment-confirmed', 'opted-out', 'replied'] as const;
const mostExits = 20;

/** What ends it before its last step. */
export const ExitsForm = ({ value, faults, definition, onChange }: HeadFormOf<'exits'>) => {
  const { t } = useTranslation('stepForms');
  const wrong = useFaultWords(faults);
  const toggle = (when: (typeof simple)[number], on: boolean): void =>
    onChange(on ? [...value, { when }] : value.filter((exit) => exit.when !== when));
  const set = (index: number, exit: Exit): void => onChange(value.with(index, exit));
  const remove = (index: number) => (): void => onChange(value.toSpliced(index, 1));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('exits.label')}</legend>
      {simple.map((when) => (
        <Checkbox
          key={when}
          label={t(`exits.${when}`)}
          checked={value.some((exit) => exit.when === when)}
          onChange={(event) => toggle(when, event.currentTarget.checked)}
        />
      ))}
      {value.map((exit, index) => {
        if (exit.when === 'event')
          return (
            // oxlint-disable-next-line react/no-array-index-key -- two ends may be alike
            <OneExit key={index} label={t('exits.event')} onRemove={remove(index)}>
              <EventChoice
                label={t('exits.event')}
                kinds={exit.kinds}
                error={exit.kinds.length === 0 ? wrong('no-event') : undefined}
                onChange={(kinds) => set(index, { ...exit, kinds })}
              />
            </OneExit>
          );
        if (exit.when !== 'condition') return null;
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <OneExit key={index} label={t('exits.condition')} onRemove={remove(index)}>
            <p className={classes.legend}>{t('exits.condition')}</p>
            <RuleEditor
              label={t('exits.condition')}
              group={exit.if}
              emptyError={wrong('no-condition')}
              definition={definition}
              onChange={(group) => set(index, { ...exit, if: group })}
            />
          </OneExit>
        );
      })}
      {value.length < mostExits && (
        <div className={classes.row}>
          <Adder onClick={() => onChange([...value, { when: 'event', kinds: [] }])}>
            {t('exits.addEvent')}
          </Adder>
          <Adder onClick={() => onChange([...value, { when: 'condition', if: everybody }])}>
            {t('exits.addCondition')}
          </Adder>
        </div>
      )}
    </fieldset>
  );
};

const Adder = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Button
    variant="default"
    size="compact-md"
    leftSection={<IconPlus size={16} aria-hidden />}
    onClick={onClick}
  >
    {children}
  </Button>
);

interface OneExitProps {
  label: string;
  onRemove: () => void;
  children: ReactNode;
}

const OneExit = ({ label, onRemove, children }: OneExitProps) => {
  const { t } = useTranslation('stepForms');
  return (
    <section className={classes.removable} aria-label={label}>
      <div className={classes.group}>{children}</div>
      <ActionIcon
        variant="subtle"
        color="red"
        size={36}
        aria-label={t('exits.remove', { label })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </section>
  );
};
