import { IconArrowsMoveVertical, IconMinus, IconPencil, IconPlus, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { compareDefinitions, type StepDifference } from '../../../src/workflows/rules/compare-definitions.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { TemplateText } from '../../templates/template-text.tsx';
import classes from './differences.module.css';
import { InWordsOf, type VersionWords } from './in-words-of.tsx';

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
    <InWordsOf definition={before}>
      {(was) => (
        <InWordsOf definition={after}>
          {(is) => (
            <ul className={classes.list}>
              {parts.map((part) => (
                <ChangedPart
                  key={part}
                  label={t(`parts.${part}`)}
                  from={was.part(part, before)}
                  to={is.part(part, after)}
                />
              ))}
              {steps.map((difference) => (
                <StepLine
                  key={`${difference.change} ${stepOf(difference).id}`}
                  {...{ difference, was, is }}
                />
              ))}
            </ul>
          )}
        </InWordsOf>
      )}
    </InWordsOf>
  );
};

const stepOf = (difference: StepDifference) =>
  difference.change === 'changed' ? difference.after : difference.step;

interface TurnedProps {
  label: string;
  from: string | null;
  to: string | null;
}

const ChangedPart = (turned: TurnedProps) => {
  const { t } = useTranslation('versions');
  return (
    <li className={classes.line} data-change="changed">
      <IconPencil size={16} aria-hidden className={classes.icon} />
      <span className={classes.kind}>{t('change.part')}</span>
      <dl className={classes.aspects}>
        <Turned {...turned} />
      </dl>
    </li>
  );
};

interface StepLineProps<Told extends StepDifference = StepDifference> {
  difference: Told;
  /** the words of the earlier version, and of the later one: each calls the steps by its own numbers */
  was: VersionWords;
  is: VersionWords;
}

const StepLine = ({ difference, was, is }: StepLineProps) => {
  const { t } = useTranslation('versions');
  const { change } = difference;
  const ChangeIcon = icons[change];
  return (
    <li className={classes.line} data-change={change}>
      <ChangeIcon size={16} aria-hidden className={classes.icon} />
      <span className={classes.kind}>{t(`change.${change}`)}</span>
      <div className={classes.what}>
        {change === 'removed' ? (
          <del>
            <TemplateText text={was.told(difference.step)} />
          </del>
        ) : (
          <TemplateText text={is.told(stepOf(difference))} />
        )}
        {change === 'added' && <span className={classes.place}>{is.place(difference.to)}</span>}
        {change === 'moved' && (
          <span className={classes.place}>
            {t('differences.moved', { from: was.place(difference.from), to: is.place(difference.to) })}
          </span>
        )}
        {change === 'changed' && <ChangedAspects {...{ difference, was, is }} />}
      </div>
    </li>
  );
};

const ChangedAspects = ({
  difference: { before, after, aspects },
  was,
  is,
}: StepLineProps<Extract<StepDifference, { change: 'changed' }>>) => {
  const { t } = useTranslation('versions');
  // Another kind of step has nothing in common with what stood there.
  const told = aspects.includes('do') ? (['do'] as const) : aspects;
  return (
    <dl className={classes.aspects}>
      {told.map((aspect) => {
        const [from, to] = [was.aspect.valueWords(aspect, before), is.aspect.valueWords(aspect, after)];
        return (
          <Turned
            key={aspect}
            label={is.aspect.label(aspect)}
            from={from}
            to={from === to ? t('another') : to}
          />
        );
      })}
    </dl>
  );
};

const Turned = ({ label, from, to }: TurnedProps) => {
  const { t } = useTranslation('versions');
  return (
    <div className={classes.turned}>
      <dt>{label}</dt>
      <dd>
        <del>
          <TemplateText text={from ?? t('differences.nothing')} />
        </del>{' '}
        <span role="img" aria-label={t('differences.becomes')}>
          →
        </span>{' '}
        <ins>
          <TemplateText text={to ?? t('differences.nothing')} />
        </ins>
      </dd>
    </div>
  );
};
