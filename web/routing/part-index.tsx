import {
  IconAdjustments,
  IconBinaryTree2,
  IconClock,
  IconHistory,
  IconPhone,
  IconSitemap,
  IconUrgent,
  IconUsers,
  IconUserStar,
  IconVolume,
  type Icon,
} from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { placeOfPath } from './draft/path-place.ts';
import { useProblems } from './draft/use-problems.ts';
import { useEditing } from './editing.ts';
import classes from './routing-page.module.css';
import { firstPart, partsByNumber, routingParts, type RoutingPart } from './routing-parts.ts';

const icons: Record<RoutingPart, Icon> = {
  numbers: IconPhone,
  hours: IconClock,
  menu: IconBinaryTree2,
  callers: IconUserStar,
  emergencies: IconUrgent,
  departments: IconSitemap,
  people: IconUsers,
  greetings: IconVolume,
  switches: IconAdjustments,
  history: IconHistory,
};

/** The parts of the setup; those with problems say how many. */
export const PartIndex = () => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { mayChange } = useEditing();
  const { errors } = useProblems();
  const { part: shown = firstPart, number } = useSearch({ from: '/signed-in/clinics/$clinicId/routing' });
  return (
    <nav className={classes.index} aria-label={t('index')}>
      <ul>
        {routingParts.map((part) => {
          const PartIcon = icons[part];
          const problems = mayChange
            ? errors.filter(({ path }) => placeOfPath(path).part === part).length
            : 0;
          return (
            <li key={part}>
              <Link
                to="/clinics/$clinicId/routing"
                params={{ clinicId: clinic.id }}
                search={{ part, ...(number !== undefined && partsByNumber.includes(part) ? { number } : {}) }}
                className={classes.link}
                data-active={shown === part || undefined}
                aria-current={shown === part ? 'page' : undefined}
              >
                <PartIcon size={18} stroke={1.7} aria-hidden />
                {t(`parts.${part}`)}
                {problems > 0 && (
                  <span className={classes.count} aria-label={t('draft.problems', { count: problems })}>
                    {problems}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
