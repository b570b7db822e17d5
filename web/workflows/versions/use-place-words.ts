import { useTranslation } from 'react-i18next';
import type { StepPlace } from '../../../src/workflows/rules/compare-definitions.ts';
import { useStepName } from '../use-step-name.ts';

/** Where a step stands: `in “If …”, otherwise: after “Wait 2 days”`. */
export const usePlaceWords = (): ((place: StepPlace) => string) => {
  const { t } = useTranslation('versions');
  const { name } = useStepName();
  return ({ within, way, after }) => {
    const place = after === null ? t('differences.first') : t('differences.after', { step: name(after) });
    if (within === null || way === null) return place;
    const branch = within.do === 'BRANCH' && typeof way === 'number' ? within.branches[way]?.name : undefined;
    const named = typeof way === 'number' ? (branch ?? String(way + 1)) : t(`differences.${way}`);
    return t('differences.within', { step: name(within), way: named, place });
  };
};
