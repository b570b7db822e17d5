import { hashKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoutingView } from '../../src/routing/rules/routing-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { Panel } from '../ui/panel.tsx';
import { AddPerson } from './add-person.tsx';
import { hasRouteFaults, rungFor } from './edit-people.ts';
import classes from './people-section.module.css';
import { RouteFields } from './route-fields.tsx';
import { RouteLine } from './route-line.tsx';
import { SaveBar } from './save-bar.tsx';
import { useDraft } from './use-draft.ts';
import { useSaveRouting } from './use-save-routing.ts';

interface PeopleSectionProps {
  routing: RoutingView;
  mayChange: boolean;
}

/** Who is rung for each department, and in which order. */
export const PeopleSection = ({ routing, mayChange }: PeopleSectionProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { value: people, changed, change, reset, settle } = useDraft(routing.staff);
  const [checked, setChecked] = useState(false);
  const save = useSaveRouting(clinic.id, t('people.done'));
  const keep = (): void => {
    setChecked(true);
    if (hasRouteFaults(people)) return;
    const before = new Map(routing.staff.map((person) => [person.id, hashKey([person.routes])]));
    const requests = people
      .filter(({ id, routes }) => before.get(id) !== hashKey([routes]))
      .map(({ id, routes }) => ({ method: 'PUT' as const, path: `staff/${id}`, body: routes }));
    save.mutate(
      { requests, shown: (shown) => ({ ...shown, staff: people }) },
      { onSuccess: () => settle(people) },
    );
  };
  const departments = [...routing.departments, { id: null, name: t('people.anyone') }];
  return (
    <Panel
      title={t('people.title')}
      actions={
        mayChange && (
          <SaveBar
            name={t('people.title')}
            changed={changed}
            saving={save.isPending}
            onSave={keep}
            onDiscard={reset}
          />
        )
      }
    >
      <p className={classes.text}>{t('people.text')}</p>
      {departments.map(({ id, name }) => (
        <section key={id} className={classes.department} aria-label={name}>
          <h3 className={classes.name}>{name}</h3>
          {rungFor(people, id).length === 0 && (
            <p className={classes.nobody}>{id === null ? t('people.everybody') : t('people.nobody')}</p>
          )}
          <ol className={classes.people}>
            {rungFor(people, id).map((each) => (
              <li key={`${each.staffId} ${each.index}`}>
                {mayChange ? (
                  <RouteFields
                    rung={each}
                    people={people}
                    departments={departments}
                    checked={checked}
                    onChange={change}
                  />
                ) : (
                  <RouteLine rung={each} />
                )}
              </li>
            ))}
          </ol>
          {mayChange && <AddPerson people={people} department={{ id, name }} onChange={change} />}
        </section>
      ))}
    </Panel>
  );
};
