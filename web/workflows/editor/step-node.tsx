import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconGripVertical } from '@tabler/icons-react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TemplateText } from '../../templates/template-text.tsx';
import { useSpokenText } from '../../templates/use-spoken-text.ts';
import { stepIcons } from '../step-icons.ts';
import { kindOf } from '../step-kind.ts';
import { AdviceMark } from './advice-mark.tsx';
import { countIn, type StepRow } from './layout-steps.ts';
import classes from './picture.module.css';
import { looksSame, type RowNode } from './to-nodes.ts';
import { useFaultText } from './forms/use-fault-words.ts';
import { useAdviceWords } from './use-advice.ts';
import { holdsOthers, useStepTitle } from './use-step-title.ts';

/** One step: what it does, what it says, and what is wrong with it. */
export const StepNode = memo(
  ({ data: { row, chosen, faults, advice } }: NodeProps<RowNode>) => {
    const { t } = useTranslation('editor');
    const faultWords = useFaultText();
    const adviceWords = useAdviceWords();
    const stepTitle = useStepTitle();
    const spokenText = useSpokenText();
    const { step, number, folded } = row as StepRow;
    const { title, says } = stepTitle(step);
    const StepIcon = stepIcons[step.do];
    const wrong = faults.map(faultWords).join(' ');
    const advised = advice.map(adviceWords).join(' ');
    const holds = holdsOthers(step);
    const inside = folded ? t('holds', { count: countIn([step]) - 1 }) : null;
    const spoken = says === null ? null : spokenText(says);
    const words = [t('stepOf', { number, words: title }), inside ?? spoken].filter((each) => each !== null);
    const label = [
      ...words,
      ...(wrong === '' ? [] : [t('has', { problems: wrong })]),
      ...(advised === '' ? [] : [t('advice.has', { advice: advised })]),
    ];
    return (
      <div
        className={classes.card}
        data-kind={kindOf(step)}
        data-chosen={chosen || undefined}
        data-wrong={wrong !== '' || undefined}
      >
        <button
          type="button"
          className={classes.main}
          data-row={step.id}
          tabIndex={chosen ? 0 : -1}
          aria-current={chosen || undefined}
          aria-label={label.join('. ')}
          aria-expanded={holds ? !folded : undefined}
          title={spoken === null ? title : `${title}\n${spoken}`}
        >
          <span className={classes.icon}>
            <StepIcon size={16} aria-hidden />
          </span>
          <span className={classes.words}>
            <span className={classes.title}>
              <span className={classes.number}>{number}</span>
              {title}
            </span>
            {wrong === '' && (inside ?? says) !== null && (
              <span className={classes.says}>{inside ?? <TemplateText text={says ?? ''} />}</span>
            )}
            {wrong !== '' && (
              <span className={classes.wrong}>
                <IconAlertTriangle size={14} aria-hidden /> {wrong}
              </span>
            )}
          </span>
        </button>
        <AdviceMark words={advised} />
        {holds ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            className="nodrag"
            data-fold={step.id}
            tabIndex={chosen ? 0 : -1}
            aria-label={t(folded ? 'unfold' : 'fold', { number })}
          >
            {folded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
          </ActionIcon>
        ) : (
          <IconGripVertical size={16} aria-hidden className={classes.grip} />
        )}
      </div>
    );
  },
  (one, other) => looksSame(one.data, other.data),
);
StepNode.displayName = 'StepNode';
