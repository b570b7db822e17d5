import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { confirmDone, offerUndo } from '../../ui/notice.tsx';
import {
  allSteps,
  copiesOf,
  duplicateStep,
  findStep,
  insertStep,
  insertSteps,
  moveStep,
  nudgeStep,
  placeOf,
  putBack,
  removeStep,
  replaceStep,
  type Place,
} from './edit-steps.ts';
import { keepCopied } from './copied-steps.ts';
import type { Editing } from './editing.ts';
import { beginId, endId } from './layout-steps.ts';
import { newStep, newStepId } from './new-step.ts';
import type { DraftHistory } from './use-history.ts';
import { useStepTitle, useWayName } from './use-step-title.ts';

const numberOf = (steps: readonly Step[], id: string): number =>
  allSteps(steps).findIndex((step) => step.id === id) + 1;

/** The steps that stand around one: all of them have to be open for it to be seen. */
const around = (steps: readonly Step[], id: string): string[] => {
  const list = placeOf(steps, id)?.list ?? null;
  return list === null ? [] : [list.step, ...around(steps, list.step)];
};

/** What is being edited and looked at. @param say tells those who do not see the picture */
export const useEditingOf = (
  definition: Definition,
  { faults, advice }: Pick<Editing, 'faults' | 'advice'>,
  history: DraftHistory,
  say: (words: string) => void,
): Editing => {
  const { t } = useTranslation('editor');
  const stepTitle = useStepTitle();
  const wayName = useWayName();
  const [wanted, setChosen] = useState<string>(beginId);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { steps } = definition;
  const isThere = wanted === endId || findStep(steps, wanted) !== undefined;
  const chosen = isThere ? wanted : beginId;

  const setSteps = (next: Step[]): void => history.change({ ...definition, steps: next });
  // The notice outlives many changes: what it puts back comes into the draft of that moment.
  const latest = useRef<(place: Place, step: Step) => void>(() => {});
  useEffect(() => {
    latest.current = (place, step) => {
      setSteps(putBack(steps, place, step));
      setChosen(step.id);
    };
  });
  const choose = (id: string, inSteps: readonly Step[] = steps): void => {
    setChosen(id);
    const hidden = around(inSteps, id).filter((outer) => folded.has(outer));
    if (hidden.length > 0) setFolded(new Set([...folded].filter((one) => !hidden.includes(one))));
  };
  const titleOf = (id: string): string => {
    const step = findStep(steps, id);
    return step === undefined ? '' : stepTitle(step).title;
  };
  const sayMoved = (next: readonly Step[], id: string): void => {
    const words = titleOf(id);
    const number = numberOf(next, id);
    const list = placeOf(next, id)?.list ?? null;
    const outer = list === null ? undefined : findStep(next, list.step);
    if (list === null || outer === undefined) return say(t('moved', { words, number }));
    say(t('movedInto', { words, number, way: wayName(outer, list.way) }));
  };
  const settle = (next: Step[] | null, id: string): void => {
    if (next === null) return say(t('notMoved'));
    setSteps(next);
    choose(id, next);
    sayMoved(next, id);
  };

  return {
    definition,
    faults,
    advice,
    chosen,
    folded,
    choose,
    fold: (id, closed) =>
      setFolded(new Set(closed ? [...folded, id] : [...folded].filter((one) => one !== id))),
    change: history.change,
    changeStep: (step) => setSteps(replaceStep(steps, step.id, step)),
    add: (place, kind) => {
      const step = newStep(kind, newStepId(kind), [t('wayA'), t('wayB')]);
      const next = insertStep(steps, place, step);
      setSteps(next);
      choose(step.id, next);
      say(t('added', { number: numberOf(next, step.id), words: stepTitle(step).title }));
    },
    move: (id, to) => {
      const next = moveStep(steps, id, to);
      if (next !== null) settle(next, id);
    },
    nudge: (id, by) => settle(nudgeStep(steps, id, by), id),
    duplicate: (id) => {
      const made = duplicateStep(steps, id, (step) => newStepId(step.do));
      if (made === null) return;
      setSteps(made.steps);
      choose(made.copy.id, made.steps);
      say(t('copied', { number: numberOf(made.steps, made.copy.id) }));
    },
    copy: (id) => {
      const step = findStep(steps, id);
      if (step === undefined) return;
      keepCopied([step]);
      const message = t('kept', { words: titleOf(id) });
      say(message);
      confirmDone(message);
    },
    insert: (place, added) => {
      const copies = copiesOf(added, (step) => newStepId(step.do));
      const first = copies[0];
      if (first === undefined) return;
      const next = insertSteps(steps, place, copies);
      setSteps(next);
      choose(first.id, next);
      say(t('added', { number: numberOf(next, first.id), words: stepTitle(first).title }));
    },
    remove: (id) => {
      const place = placeOf(steps, id);
      const step = findStep(steps, id);
      if (place === null || step === undefined) return;
      const message = t('removed', { words: titleOf(id) });
      const next = removeStep(steps, id);
      const beside = allSteps(next)[Math.min(numberOf(steps, id), allSteps(next).length) - 1];
      setSteps(next);
      setChosen(beside?.id ?? beginId);
      say(message);
      offerUndo({ message, undoLabel: t('undo'), onUndo: () => latest.current(place, step) });
    },
  };
};
