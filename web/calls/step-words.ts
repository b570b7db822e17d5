import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RoutingStep } from '../../src/calls/rules/call-views.ts';
import { departmentsQuery, staffQuery } from '../staff/staff.query.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';

export interface StepWords {
  /** What happened, as a sentence. */
  what: string;
  /** Why; null when the sentence says it already. */
  why: string | null;
}

/** For these the sentence holds the reason. */
const selfExplaining = new Set([
  'round-ended',
  'menu-chosen',
  'caller-rule',
  'called',
  'recorded',
  'held',
  'taken-back',
  'transfer',
  'hold-lost',
  'emergency',
  'no-emergency',
]);

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Words for a step of a call's story. Codes that are newer than this page are shown as they are. */
export const useStepWords = (clinicId: string): ((step: RoutingStep) => StepWords) => {
  const { t, i18n } = useTranslation('calls');
  const { format } = usePhoneNumbers();
  const { data: staff = [] } = useQuery(staffQuery(clinicId));
  const { data: departments = [] } = useQuery(departmentsQuery(clinicId));
  const nameOf = (id: string): string =>
    [...staff, ...departments].find((each) => each.id === id)?.name ?? '…';
  return (step) => {
    const words = {
      name: step.staff?.name ?? t('somebody'),
      key: text(step.detail['key']),
      label: text(step.detail['label']),
      rule: text(step.detail['rule']),
      version: text(step.detail['version']),
      step: text(step.detail['step']),
      sign: text(step.detail['sign']),
      target: nameOf(text(step.detail['to'])),
      number: format(text(step.detail['number'])),
    };
    const known = (key: string): boolean => i18n.exists(key, { ns: 'calls' });
    // What makes a call an emergency is said in the sentence.
    const more = step.detail['version'] === undefined ? step.reason : 'version';
    const kind = known(`steps.${step.kind}-${more}`) ? `${step.kind}-${more}` : step.kind;
    const what = known(`steps.${kind}`) ? t(`steps.${kind}` as 'steps.incoming', words) : step.kind;
    const reason = known(`reasons.${step.reason}`)
      ? t(`reasons.${step.reason}` as 'reasons.open')
      : step.reason;
    const holiday = text(step.detail['holiday']);
    const why = selfExplaining.has(step.kind) || step.reason === '' ? null : reason;
    return { what, why: why !== null && holiday !== '' ? `${why}: ${holiday}` : why };
  };
};
