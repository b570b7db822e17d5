import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAct } from '../../../src/workflows/rules/bulk-work.ts';
import type { InstanceQuery } from '../../../src/workflows/rules/instance-query.ts';
import classes from './people.module.css';
import { peopleCountQuery } from './people.query.ts';
import { useAskBulk } from './use-bulk-commands.ts';

interface ManyPanelProps {
  clinicId: string;
  query: InstanceQuery;
  /** those ticked; none: all that the search finds */
  chosen: readonly string[];
  /** the one in force */
  version: number | null;
  onDone: () => void;
}

/** A search for those of whom a step came to nothing. */
export const isAboutFailures = ({ how, failedFrom }: Pick<InstanceQuery, 'how' | 'failedFrom'>): boolean =>
  how === 'failed' || how === 'skipped' || failedFrom !== undefined;

/** A step once more is for all of whom it came to nothing, also those who have gone through to the end. */
const concerned = (query: InstanceQuery, act: BulkAct | null): InstanceQuery =>
  act === 'again' ? query : { ...query, underWay: true };

/** Over all workflows only what failed is done once more: what else is right depends on the workflow. */
const actsFor = ({ workflowId }: InstanceQuery, failed: boolean): readonly BulkAct[] => {
  const inOne: readonly BulkAct[] = workflowId === undefined ? [] : ['go-on', 'move', 'end'];
  return failed ? ['again', ...inOne] : inOne;
};

/** What is done with several or with all of a search, after their number was said. */
export const ManyPanel = ({ clinicId, query, chosen, version, onDone }: ManyPanelProps) => {
  const { t } = useTranslation('versions');
  const [act, setAct] = useState<BulkAct | null>(null);
  const [why, setWhy] = useState('');
  const ask = useAskBulk(clinicId, () => {
    setAct(null);
    setWhy('');
    onDone();
  });
  const failed = isAboutFailures(query);
  const listed = act ?? (failed ? 'again' : null);
  const acts = actsFor(query, failed);
  const all = useQuery(peopleCountQuery(clinicId, concerned(query, listed)));
  const count = chosen.length > 0 ? chosen.length : (all.data?.count ?? 0);
  const which = chosen.length > 0 ? { ids: [...chosen] } : { search: query };
  const found = listed === 'again' ? 'failed' : 'found';
  if (acts.length === 0 || (count === 0 && act === null)) return null;
  return (
    <div className={classes.many}>
      <div className={classes.acts}>
        <span>{t(`many.${chosen.length > 0 ? 'chosen' : found}`, { count })}</span>
        {acts.map((one) => (
          <Button
            key={one}
            size="xs"
            variant={act === one ? 'light' : 'default'}
            aria-expanded={act === one}
            onClick={() => setAct(act === one ? null : one)}
          >
            {t(`many.${one}`, { version: version ?? 1 })}
          </Button>
        ))}
      </div>
      {act !== null && (
        <form
          className={classes.confirm}
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate({ act, why, ...which });
          }}
        >
          <p>
            {act === 'again' && query.step === undefined
              ? t('many.lastAgainText', { count })
              : t(`many.${act}Text`, { count, version: version ?? 1 })}
          </p>
          <TextInput
            required
            maxLength={300}
            label={t('hand.why')}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          <Button
            type="submit"
            {...(act === 'end' ? { color: 'red' } : {})}
            disabled={count === 0}
            loading={ask.isPending}
          >
            {t(`many.${act}Sure`, { count })}
          </Button>
        </form>
      )}
    </div>
  );
};
