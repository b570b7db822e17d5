import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../src/routing/rules/document-differences.ts';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { routingParts } from '../routing-parts.ts';
import classes from './differences-list.module.css';
import { placeOfPath } from './path-place.ts';
import { useDifferenceWords } from './use-difference-words.ts';

interface DifferencesListProps {
  differences: readonly Difference[];
  /** those that know the names, newest first */
  documents: readonly RoutingDocument[];
  /** True where each leads to the place at which it can be changed. */
  linked?: boolean;
}

/** What differs, in plain words, in the order of the page's parts. */
export const DifferencesList = ({ differences, documents, linked = false }: DifferencesListProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const words = useDifferenceWords(documents);
  const byPart = Object.groupBy(differences, ({ path }) => placeOfPath(path).part ?? 'switches');
  return (
    <dl className={classes.list}>
      {routingParts.map((part) => {
        const here = byPart[part];
        if (here === undefined) return null;
        return (
          <div key={part} className={classes.part}>
            <dt>{t(`parts.${part}`)}</dt>
            {here.map((difference) => {
              const { about, verb, before, after } = words(difference);
              return (
                <dd key={difference.path.join('/')} data-kind={difference.kind}>
                  {linked ? (
                    <Link
                      to="/clinics/$clinicId/routing"
                      params={{ clinicId: clinic.id }}
                      search={placeOfPath(difference.path)}
                    >
                      {about.join(' · ')}
                    </Link>
                  ) : (
                    <span className={classes.about}>{about.join(' · ')}</span>
                  )}
                  {verb === null ? (
                    <>
                      : <del>{before}</del> <span aria-label={t('words.becomes')}>→</span> <ins>{after}</ins>
                    </>
                  ) : (
                    <>: {verb}</>
                  )}
                </dd>
              );
            })}
          </div>
        );
      })}
    </dl>
  );
};
