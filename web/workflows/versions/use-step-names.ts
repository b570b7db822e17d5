import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { programOf } from '../../../src/workflows/rules/program.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { clinicKey } from '../../live/query-keys.ts';
import { useShortWords } from '../use-short-words.ts';
import { useStepName } from '../use-step-name.ts';
import { versionQuery } from './versions.query.ts';

interface FormerStep {
  id: string;
  step: Step;
  number: number;
  version: number;
}

const mostVersions = 30;

/** What stood in earlier versions and is gone by now, out of the newest one that had it. Versions never change. */
const useFormerSteps = (workflowId: string, version: number, missing: readonly string[]): FormerStep[] => {
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: clinicKey(clinic.id, 'workflows', 'former-steps', workflowId, version, missing),
    queryFn: async () => {
      const found: FormerStep[] = [];
      const left = new Set(missing);
      for (let each = version; each > Math.max(0, version - mostVersions) && left.size > 0; each -= 1) {
        // oxlint-disable-next-line no-await-in-loop -- mostly the first one has all of them
        const { definition } = await queries.ensureQueryData(versionQuery(clinic.id, workflowId, each));
        const places = definition === null ? [] : [...programOf(definition).places];
        for (const [index, [id, { step }]] of places.entries())
          if (left.delete(id)) found.push({ id, step, number: index + 1, version: each });
      }
      return found;
    },
    enabled: missing.length > 0 && version > 0,
    staleTime: Infinity,
  });
  return data ?? [];
};

interface Shown {
  workflowId: string;
  /** the newest that there is */
  version: number | null;
  /** by whose numbers its steps are called */
  definition: Definition | null;
}

/** What steps are called that are known by their ids only, those of earlier versions too. */
export const useStepNames = (
  { workflowId, version, definition }: Shown,
  ids: readonly string[],
): ((id: string) => string) => {
  const { t } = useTranslation('workflows');
  const { name } = useStepName();
  const shortWords = useShortWords();
  const places = definition === null ? null : programOf(definition).places;
  const missing = [...new Set(ids)].filter((id) => places?.has(id) !== true).toSorted();
  const former = useFormerSteps(workflowId, version ?? 0, missing);
  return (id) => {
    const step = places?.get(id)?.step;
    if (step !== undefined) return name(step);
    const gone = former.find((one) => one.id === id);
    if (gone === undefined) return t('formerStep');
    // The steps that a condition asks about have other numbers by now.
    const words = gone.step.do === 'CONDITION' ? t('formerCondition') : shortWords(gone.step);
    return t('ofVersion', {
      step: t('numbered', { number: gone.number, words }),
      version: gone.version,
    });
  };
};
