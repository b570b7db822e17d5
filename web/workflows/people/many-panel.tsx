import { Button, Progress, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Many } from '../../../src/workflows/rules/by-hand-views.ts';
import type { InstanceQuery } from '../../../src/workflows/rules/instance-query.ts';
import classes from './people.module.css';
import { peopleCountQuery } from './people.query.ts';
import { useMany } from './use-many.ts';

interface ManyPanelProps {
  clinicId: string;
  query: InstanceQuery;
  /** those ticked; none: all that the search finds */
  chosen: readonly string[];
  version: number | null;
  onDone: () => void;
}

const acts = ['go-on', 'move', 'end'] as const satisfies readonly Many['act'][];

/** What is done with several or with all of a search, after their number was said. */
export const ManyPanel = ({ clinicId, query, chosen, version, onDone }: ManyPanelProps) => {
  const { t } = useTranslation('versions');
  const [act, setAct] = useState<Many['act'] | null>(null);
  const [why, setWhy] = useState('');
  const finish = (): void => {
    setAct(null);
    setWhy('');
    onDone();
  };
  const { run, reached } = useMany(clinicId, finish);
  const all = useQuery(peopleCountQuery(clinicId, { ...query, underWay: true }));
  const count = chosen.length > 0 ? chosen.length : (all.data?.count ?? 0);
  const which = chosen.length > 0 ? { ids: [...chosen] } : { search: query };
  if (count === 0) return null;
  return (
    <div className={classes.many}>
      <div className={classes.acts}>
        <span>{t(chosen.length > 0 ? 'many.chosen' : 'many.found', { count })}</span>
        {acts.map((one) => (
          <Button
            key={one}
            size="xs"
            variant={act === one ? 'light' : 'default'}
            aria-expanded={act === one}
            disabled={reached !== null}
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
            run({ act, why, ...which });
          }}
        >
          <p>{t(`many.${act}Text`, { count, version: version ?? 1 })}</p>
          <TextInput
            required
            maxLength={300}
            label={t('hand.why')}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          <Button type="submit" {...(act === 'end' ? { color: 'red' } : {})} loading={reached !== null}>
            {t(`many.${act}Sure`, { count })}
          </Button>
        </form>
      )}
      {reached !== null && (
        <Progress
          value={(reached / Math.max(1, count)) * 100}
          aria-label={t('many.progress', { reached, count })}
        />
      )}
    </div>
  );
};
