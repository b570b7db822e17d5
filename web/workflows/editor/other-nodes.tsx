import { IconAlertTriangle, IconFlag, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamedSteps } from '../definition-names.tsx';
import { AdviceMark } from './advice-mark.tsx';
import { useIsDropTarget } from './drop-target.ts';
import { useEnds } from './ends-context.ts';
import { beginId, endId, type Row, type SlotRow } from './layout-steps.ts';
import classes from './picture.module.css';
import { looksSame, type RowNode } from './to-nodes.ts';
import { useFaultText } from './forms/use-fault-words.ts';
import { useAdviceWords } from './use-advice.ts';
import { useWayName } from './use-step-title.ts';

type WayRow = Extract<Row, { kind: 'way' }>;

const unchanged = (one: NodeProps<RowNode>, other: NodeProps<RowNode>): boolean =>
  looksSame(one.data, other.data);

/** A way out of a condition or branch: what follows below it is for those who take it. */
export const WayNode = memo(({ data: { row } }: NodeProps<RowNode>) => {
  const wayName = useWayName();
  const { step, way } = row as WayRow;
  const name = wayName(step, way);
  return (
    <p className={classes.way} title={name}>
      <span>{name}</span>
    </p>
  );
}, unchanged);
WayNode.displayName = 'WayNode';

/** Between two steps: where another one can be put. */
export const SlotNode = memo(({ data: { row, chosen } }: NodeProps<RowNode>) => {
  const { t } = useTranslation('editor');
  const names = useNamedSteps();
  const wayName = useWayName();
  const { id, after, outer, place } = row as SlotRow;
  const isTarget = useIsDropTarget(id);
  const above = names.get(after);
  const first =
    outer === null || place.list === null
      ? t('addFirst')
      : t('addIn', { way: wayName(outer, place.list.way) });
  const label = above ? t('addAfter', { step: t('step', { number: above.number }) }) : first;
  return (
    <div className={classes.slot} data-target={isTarget || undefined} data-chosen={chosen || undefined}>
      <button
        type="button"
        className={`${classes.plus} nodrag`}
        data-add={id}
        tabIndex={chosen ? 0 : -1}
        aria-label={label}
        title={label}
      >
        <IconPlus size={14} aria-hidden />
      </button>
    </div>
  );
}, unchanged);
SlotNode.displayName = 'SlotNode';

/** What begins the workflow. */
export const BeginNode = ({ data: { chosen, faults, advice } }: NodeProps<RowNode>) => {
  const { t } = useTranslation('editor');
  const ends = useEnds();
  const begins = ends.isBegun ? ends.begins : t('begin');
  const faultWords = useFaultText();
  const wrong = faults.map(faultWords).join(' ');
  const advised = advice.map(useAdviceWords()).join(' ');
  const label = [
    `${t('begin')}: ${begins}`,
    ...(wrong === '' ? [] : [t('has', { problems: wrong })]),
    ...(advised === '' ? [] : [t('advice.has', { advice: advised })]),
  ];
  return (
    <div
      className={classes.card}
      data-kind="begin"
      data-chosen={chosen || undefined}
      data-wrong={wrong !== '' || undefined}
    >
      <button
        type="button"
        className={classes.main}
        data-row={beginId}
        tabIndex={chosen ? 0 : -1}
        aria-current={chosen || undefined}
        aria-label={label.join('. ')}
        title={begins}
      >
        <span className={classes.icon}>
          <IconPlayerPlay size={16} aria-hidden />
        </span>
        <span className={classes.words}>
          <span className={classes.whole} data-short={wrong !== '' || undefined}>
            {begins}
          </span>
          {wrong !== '' && (
            <span className={classes.wrong}>
              <IconAlertTriangle size={14} aria-hidden /> {wrong}
            </span>
          )}
        </span>
      </button>
      <AdviceMark words={advised} />
    </div>
  );
};

/** What ends it before its last step. */
export const EndNode = ({ data: { chosen } }: NodeProps<RowNode>) => {
  const { t } = useTranslation('editor');
  const { ends } = useEnds();
  const words = ends ?? t('endsAtLast');
  return (
    <div className={classes.card} data-kind="end" data-chosen={chosen || undefined}>
      <button
        type="button"
        className={classes.main}
        data-row={endId}
        tabIndex={chosen ? 0 : -1}
        aria-current={chosen || undefined}
        aria-label={`${t('end')}: ${words}`}
        title={words}
      >
        <span className={classes.icon}>
          <IconFlag size={16} aria-hidden />
        </span>
        <span className={classes.words}>
          <span className={classes.whole}>{words}</span>
        </span>
      </button>
    </div>
  );
};
