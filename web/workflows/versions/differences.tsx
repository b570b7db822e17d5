import { IconArrowsMoveVertical, IconMinus, IconPencil, IconPlus, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  compareDefinitions,
  type DefinitionPart,
  type StepDifference,
} from '../../../src/workflows/rules/compare-definitions.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import classes from './differences.module.css';
import { useAnyStepWords } from './use-any-step-words.ts';
import { useAspectWords } from './use-aspect-words.ts';
import { usePartWords } from './use-part-words.ts';
import { usePlaceWords } from './use-place-words.ts';

const icons: Record<StepDifference['change'], Icon> = {
  added: IconPlus,
  moved: IconArrowsMoveVertical,
  changed: IconPencil,
  removed: IconMinus,
};

/** What one definition has become in another, in words. */
export const Differences = ({ before, after }: { before: Definition; after: Definition }) => {
  const { t } = useTranslation('versions');
  const { parts, steps } = compareDefinitions(before, after);
  if (parts.length + steps.length === 0) return <p className={classes.none}>{t('differences.none')}</p>;
  return (
    <ul className={classes.list}>
      {parts.map((part) => (
        <ChangedPart key={part} part={part} before={before} after={after} />
      ))}
      {steps.map((difference) => (
        <StepLine key={`${difference.change} ${stepOf(difference).id}`} difference={difference} />
      ))}
    </ul>
  );
};

const stepOf = (difference: StepDifference) =>
  difference.change === 'changed' ? difference.after : difference.step;

interface ChangedPartProps {
  part: DefinitionPart;
  before: Definition;
  after: Definition;
}

const ChangedPart = ({ part, before, after }: ChangedPartProps) => {
  const { t } = useTranslation('versions');
  const partWords = usePartWords();
  return (
    <li className={classes.line} data-change="changed">
      <IconPencil size={16} aria-hidden className={classes.icon} />
      <span className={classes.kind}>{t('change.part')}</span>
      <dl className={classes.aspects}>
        <Turned label={t(`parts.${part}`)} from={partWords(part, before)} to={partWords(part, after)} />
      </dl>
    </li>
  );
};

const StepLine = ({ difference }: { difference: StepDifference }) => {
  const { t } = useTranslation('versions');
  const { words } = useAnyStepWords();
  const placeWords = usePlaceWords();
  const { change } = difference;
  const ChangeIcon = icons[change];
  return (
    <li className={classes.line} data-change={change}>
      <ChangeIcon size={16} aria-hidden className={classes.icon} />
      <span className={classes.kind}>{t(`change.${change}`)}</span>
      <div className={classes.what}>
        {change === 'removed' ? <del>{words(difference.step)}</del> : words(stepOf(difference))}
        {change === 'added' && <span className={classes.place}>{placeWords(difference.to)}</span>}
        {change === 'moved' && (
          <span className={classes.place}>
            {t('differences.moved', { from: placeWords(difference.from), to: placeWords(difference.to) })}
          </span>
        )}
        {change === 'changed' && <ChangedAspects difference={difference} />}
      </div>
    </li>
  );
};

const ChangedAspects = ({
  difference: { before, after, aspects },
}: {
  difference: Extract<StepDifference, { change: 'changed' }>;
}) => {
  const { t } = useTranslation('versions');
  const { label, valueWords } = useAspectWords();
  // Another kind of step has nothing in common with what stood there.
  const told = aspects.includes('do') ? (['do'] as const) : aspects;
  return (
    <dl className={classes.aspects}>
      {told.map((aspect) => {
        const [from, to] = [valueWords(aspect, before), valueWords(aspect, after)];
        return <Turned key={aspect} label={label(aspect)} from={from} to={from === to ? t('another') : to} />;
      })}
    </dl>
  );
};

const Turned = ({ label, from, to }: { label: string; from: string | null; to: string | null }) => {
  const { t } = useTranslation('versions');
  return (
    <div className={classes.turned}>
      <dt>{label}</dt>
      <dd>
        <del>{from ?? t('differences.nothing')}</del>{' '}
        <span role="img" aria-label={t('differences.becomes')}>
          →
        </span>{' '}
        <ins>{to ?? t('differences.nothing')}</ins>
      </dd>
    </div>
  );
};
