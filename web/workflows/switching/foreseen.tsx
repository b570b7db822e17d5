import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Foresight } from '../../../src/workflows/rules/foresight.ts';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import { useStepNames } from '../versions/use-step-names.ts';
import classes from './switching.module.css';

interface ForeseenProps {
  foresight: Foresight;
  workflow: WorkflowView;
  /** by which everybody would go on */
  definition: Definition | null;
  /** what is done is done over some time, and not at once */
  isSpread?: boolean;
}

/** What would become of those under way: who ends, what is left out, what is done at once. */
export const Foreseen = ({ foresight, workflow, definition, isSpread = false }: ForeseenProps) => {
  const { t } = useTranslation('versions');
  const reasonWords = useReasonWords();
  const { of, looked, ends, leftOut, atOnce, people } = foresight;
  const nameOf = useStepNames(
    { workflowId: workflow.id, version: workflow.version, definition },
    [...ends, ...leftOut].flatMap(({ step }) => step ?? []),
  );
  const named = (id: string | null): string => (id === null ? '' : nameOf(id));
  const deeds = (['messages', 'calls', 'tasks'] as const).flatMap((kind) =>
    atOnce[kind] === 0 ? [] : [t(`foreseen.${kind}`, { count: atOnce[kind] })],
  );
  return (
    <ul className={classes.foreseen}>
      {ends.map(({ step, reason, count }) => (
        <li key={`${step} ${reason}`}>
          {t('foreseen.ends', { count, step: named(step), reason: reasonWords(reason) })}
        </li>
      ))}
      {leftOut.map(({ step, reason, count }) => (
        <li key={`${step} ${reason}`}>
          {t('foreseen.leftOut', { count, step: named(step), reason: reasonWords(reason) })}
        </li>
      ))}
      {deeds.length > 0 && (
        <li>{t(isSpread ? 'foreseen.spread' : 'foreseen.atOnce', { deeds: deeds.join(', ') })}</li>
      )}
      {ends.length + leftOut.length + deeds.length === 0 && <li>{t('foreseen.nothing')}</li>}
      {looked < of && <li>{t('foreseen.cut', { looked, of })}</li>}
      {people.length > 0 && <People people={people} all={ends.reduce((sum, { count }) => sum + count, 0)} />}
    </ul>
  );
};

interface PeopleProps {
  people: Foresight['people'];
  /** how many there are; not all of them are named */
  all: number;
}

const People = ({ people, all }: PeopleProps) => {
  const { t } = useTranslation(['versions', 'workflows']);
  const { clinic } = useCurrentClinic();
  return (
    <li>
      <details>
        <summary>
          {people.length < all ? t('foreseen.whoOf', { shown: people.length, all }) : t('foreseen.who')}
        </summary>
        <ul className={classes.people}>
          {people.map(({ instanceId, name }) => (
            <li key={instanceId}>
              <Link
                to="/clinics/$clinicId/workflows/instances/$instanceId"
                params={{ clinicId: clinic.id, instanceId }}
              >
                {name ?? t('workflows:somebody')}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
};
