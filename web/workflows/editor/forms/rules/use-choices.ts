import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { appointmentTypesQuery, practitionersQuery } from '../../../../appointments/appointments.query.ts';
import { departmentsQuery } from '../../../../staff/staff.query.ts';
import { useRules } from './rule-context.ts';
import type { RuleField } from './rule-field.ts';
import type { Single } from './rule-operators.ts';

interface Choice {
  value: string;
  label: string;
}

/** What can be chosen for a field, in words, and what is chosen already. @returns null: it is typed */
export const useChoices = (field: RuleField, chosen: readonly Single[]): Choice[] | null => {
  const { t, i18n } = useTranslation('workflows');
  const named = useNamed(field);
  const wordsOf = (value: string): string => {
    if (field.name.endsWith('.language'))
      return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(value) ?? value;
    const isKnown = i18n.exists(`values.${value}`, { ns: 'workflows' });
    return isKnown ? t(`values.${value}` as 'values.true') : value;
  };
  const offered =
    field.type === 'choice' ? field.choices.map((value) => ({ value, label: wordsOf(value) })) : named;
  if (offered === null) return null;
  const others = chosen
    .map(String)
    .filter((value) => value !== '' && !offered.some((choice) => choice.value === value));
  return [...offered, ...others.map((value) => ({ value, label: wordsOf(value) }))];
};

const useNamed = (field: RuleField): Choice[] | null => {
  const { clinicId } = useRules();
  const of = field.type === 'named' ? field.of : null;
  const practitioners = useQuery({ ...practitionersQuery(clinicId), enabled: of === 'practitioners' });
  const departments = useQuery({ ...departmentsQuery(clinicId), enabled: of === 'departments' });
  const types = useQuery({ ...appointmentTypesQuery(clinicId), enabled: of === 'appointment-types' });
  if (of === null) return null;
  const found = of === 'practitioners' ? practitioners : of === 'departments' ? departments : types;
  return (found.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
};
