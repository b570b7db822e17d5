import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../src/routing/rules/fault.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { useEditing } from '../editing.ts';
import { placeOfPath } from './path-place.ts';
import classes from './problems.module.css';
import { useDocumentNames } from './use-document-words.ts';

interface ProblemsListProps {
  problems: readonly Fault[];
  /** True when they keep the draft from being published. */
  refused: boolean;
}

/** Everything that is wrong, each with the way to it. */
export const ProblemsList = ({ problems, refused }: ProblemsListProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { document } = useEditing();
  const names = useDocumentNames([document]);
  const whose = ({ path }: Fault): string => {
    const [start, first = '', second = ''] = path;
    if (start === 'staff') return names.person(first);
    if (start === 'departments') return names.department(first);
    const inside = start === 'numbers' ? path.slice(2) : path.slice(1);
    const number = start === 'numbers' ? `${names.number(first)}, ` : '';
    if (inside[0] === 'menu' && inside[1] !== undefined) return `${number}${names.option(inside[1])}`;
    if (start === 'menu') return names.option(first || second);
    return number + t(`parts.${placeOfPath(path).part ?? 'switches'}`);
  };
  return (
    <>
      {refused && <p className={classes.refused}>{t('draft.refused')}</p>}
      <ul className={classes.problems}>
        {problems.map((fault) => (
          <li key={`${fault.path.join('/')} ${fault.code}`} data-severity={fault.severity}>
            <IconAlertTriangle size={16} aria-hidden />
            <Link
              to="/clinics/$clinicId/routing"
              params={{ clinicId: clinic.id }}
              search={placeOfPath(fault.path)}
              className={classes.link}
            >
              {whose(fault)}
            </Link>
            {t(`faults.${fault.code}`)}
          </li>
        ))}
      </ul>
    </>
  );
};
