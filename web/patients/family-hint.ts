import { useTranslation } from 'react-i18next';
import type { PatientListItem } from '../../src/patients/rules/patient-views.ts';

type Relatives = Pick<PatientListItem, 'familyHint' | 'guardians'>;

/** "mother of Anna and Ben", or "child of Laura Bennett"; null for somebody without linked family. */
export const useFamilyHint = ({ familyHint, guardians }: Relatives): string | null => {
  const { t, i18n } = useTranslation('patients');
  if (familyHint !== null) return familyHint;
  if (guardians.length === 0) return null;
  const names = new Intl.ListFormat(i18n.language).format(guardians.map(({ name }) => name));
  const parents = guardians.every(({ relation }) => relation === 'mother' || relation === 'father');
  return t(parents ? 'childOf' : 'wardOf', { names });
};
