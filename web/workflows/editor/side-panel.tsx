import { ActionIcon, CloseButton, Group, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconClipboard,
  IconCopy,
  IconDots,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { useNamedSteps } from '../definition-names.tsx';
import { AdviceList } from './advice-list.tsx';
import { findStep } from './edit-steps.ts';
import { useEditing } from './editing.ts';
import classes from './editor.module.css';
import { ExitsForm } from './forms/exits-form.tsx';
import { PurposeForm } from './forms/purpose-form.tsx';
import { ReentryForm } from './forms/reentry-form.tsx';
import { StepForm } from './forms/step-form.tsx';
import { TriggerForm } from './forms/trigger-form.tsx';
import { endId } from './layout-steps.ts';

interface SidePanelProps {
  ref?: Ref<HTMLElement>;
  /** Where the panel lies over the picture. */
  onClose?: () => void;
}

/** What is chosen in the picture, to be read and changed in full. */
export const SidePanel = ({ ref, onClose }: SidePanelProps) => {
  const { t } = useTranslation('editor');
  const { definition, chosen } = useEditing();
  const names = useNamedSteps();
  const step = findStep(definition.steps, chosen);
  const title =
    step === undefined
      ? t(chosen === endId ? 'end' : 'begin')
      : t('stepOf', { number: names.get(step.id)?.number ?? 0, words: t(`kinds.${step.do}`) });
  return (
    <section ref={ref} className={classes.panel} aria-label={title}>
      <header className={classes.panelHead}>
        <h2 className={classes.panelTitle} title={title}>
          {title}
        </h2>
        {step !== undefined && <StepDeeds step={step} />}
        {onClose !== undefined && <CloseButton size={36} aria-label={t('close')} onClick={onClose} />}
      </header>
      <div className={classes.form}>
        <ChosenAdvice />
        <ChosenForm />
      </div>
    </section>
  );
};

const ChosenAdvice = () => {
  const { definition, advice, chosen } = useEditing();
  const step = findStep(definition.steps, chosen)?.id ?? null;
  return chosen === endId ? null : <AdviceList advice={advice.filter((one) => one.step === step)} />;
};

/** Everything that can be said about what is chosen. */
const ChosenForm = () => {
  const { clinic } = useCurrentClinic();
  const { definition, faults, chosen, change, changeStep } = useEditing();
  const step = findStep(definition.steps, chosen);
  const own = faults.filter((fault) => fault.step === (step?.id ?? null));
  if (step !== undefined)
    return (
      <StepForm step={step} faults={own} clinic={clinic} definition={definition} onChange={changeStep} />
    );
  const part = <Part extends keyof Definition>(name: Part) => ({
    value: definition[name],
    faults: own,
    definition,
    onChange: (value: Definition[Part]) => change({ ...definition, [name]: value }),
  });
  if (chosen === endId) return <ExitsForm {...part('exits')} />;
  return (
    <>
      <TriggerForm {...part('trigger')} />
      <PurposeForm {...part('purpose')} />
      <ReentryForm {...part('reentry')} />
    </>
  );
};

const StepDeeds = ({ step }: { step: Step }) => {
  const { t } = useTranslation('editor');
  const { nudge, duplicate, copy, remove } = useEditing();
  return (
    <Group gap={0} wrap="nowrap">
      <Deed label={t('moveUp')} icon={IconArrowUp} onClick={() => nudge(step.id, -1)} />
      <Deed label={t('moveDown')} icon={IconArrowDown} onClick={() => nudge(step.id, 1)} />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('more')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => duplicate(step.id)}>
            {t('duplicate')}
          </Menu.Item>
          <Menu.Item leftSection={<IconClipboard size={16} aria-hidden />} onClick={() => copy(step.id)}>
            {t('copy')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Deed label={t('remove')} icon={IconTrash} onClick={() => remove(step.id)} />
    </Group>
  );
};

interface DeedProps {
  label: string;
  icon: Icon;
  onClick: () => void;
}

const Deed = ({ label, icon: DeedIcon, onClick }: DeedProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={onClick}>
      <DeedIcon size={18} aria-hidden />
    </ActionIcon>
  </Tooltip>
);
