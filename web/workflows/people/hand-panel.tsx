import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByHand } from '../../../src/workflows/rules/by-hand-views.ts';
import { cameToNothing } from '../../../src/workflows/rules/hand-deed.ts';
import type { InstanceView } from '../../../src/workflows/rules/workflow-views.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';
import { confirmDone, reportProblem } from '../../ui/notice.tsx';
import { useProblemWords } from '../../ui/problem-words.ts';
import { useStepNames } from '../versions/use-step-names.ts';
import { storyQuery } from '../workflows.query.ts';
import classes from './people.module.css';

type Deed = { act: 'end' } | { act: 'go-on' | 'again'; step: string; seen: number };

/** What can be done with one by hand now. */
const deedsOf = ({ status, position, executions }: InstanceView): Deed[] => {
  const deeds: Deed[] = [];
  const waits = position?.doing === 'waiting' || position?.doing === 'calling-again';
  const last = new Map(executions.flatMap((one) => (one.step === null ? [] : [[one.step, one]])));
  const seen = waits ? last.get(position.step)?.number : undefined;
  if (status === 'running' && waits && seen !== undefined)
    deeds.push({ act: 'go-on', step: position.step, seen });
  if (status === 'running' || status === 'done')
    for (const [step, one] of last)
      if (cameToNothing(one)) deeds.push({ act: 'again', step, seen: one.number });
  if (status === 'running' || status === 'paused') deeds.push({ act: 'end' });
  return deeds;
};

const keyOf = (deed: Deed): string => ('step' in deed ? `${deed.act} ${deed.step}` : deed.act);

const useAct = (clinicId: string, story: InstanceView, onDone: () => void) => {
  const { t } = useTranslation('versions');
  const words = useProblemWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ByHand) =>
      request<InstanceView>(clinicPath(clinicId, `workflow-instances/${story.id}/act`), {
        method: 'POST',
        body,
      }),
    onSuccess: (view) => {
      queries.setQueryData(storyQuery(clinicId, story.id).queryKey, view);
      confirmDone(t('hand.done'));
      onDone();
    },
    onError: (error) => reportProblem(words(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') }),
  });
};

/** Ends one, cuts its wait short, or has a step done once more; each with its reason. */
export const HandPanel = ({ story, clinicId }: { story: InstanceView; clinicId: string }) => {
  const { t } = useTranslation('versions');
  const [open, setOpen] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const act = useAct(clinicId, story, () => {
    setOpen(null);
    setWhy('');
  });
  const deeds = deedsOf(story);
  const deed = deeds.find((one) => keyOf(one) === open);
  const named = useStepNames(
    { workflowId: story.workflow.id, version: story.version, definition: story.definition },
    deeds.flatMap((one) => ('step' in one ? one.step : [])),
  );
  if (deeds.length === 0) return null;
  return (
    <div className={classes.hand}>
      <div className={classes.acts}>
        {deeds.map((one) => (
          <Button
            key={keyOf(one)}
            size="xs"
            variant={open === keyOf(one) ? 'light' : 'default'}
            aria-expanded={open === keyOf(one)}
            onClick={() => setOpen(open === keyOf(one) ? null : keyOf(one))}
          >
            {one.act === 'again' ? t('hand.again', { step: named(one.step) }) : t(`hand.${one.act}`)}
          </Button>
        ))}
      </div>
      {deed !== undefined && (
        <form
          className={classes.confirm}
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate({ ...deed, why });
          }}
        >
          <p>{t(`hand.${deed.act}Text`)}</p>
          <TextInput
            required
            maxLength={300}
            label={t('hand.why')}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          <Button type="submit" {...(deed.act === 'end' ? { color: 'red' } : {})} loading={act.isPending}>
            {t(`hand.${deed.act}Sure`)}
          </Button>
        </form>
      )}
    </div>
  );
};
