import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { usePhoneNumbers } from '../../ui/phone-number.ts';
import { useEditing } from '../editing.ts';
import { deepestMenu } from './edit-menu.ts';
import { targetOf } from './menu-target.ts';

export interface TargetGroup {
  group: string;
  items: { value: string; label: string }[];
}

type Route = MenuEntry['route'];

/** Where an option at this depth (1 = first menu) may lead, in groups, each with its words. */
export const useTargetGroups = (): ((route: Route, depth: number) => TargetGroup[]) => {
  const { t } = useTranslation('routing');
  const { document, directory } = useEditing();
  const departments = document.departments.map(({ id, name }) => ({
    id,
    name: name || t('departments.unnamed'),
  }));
  return (route, depth) => {
    const groups = [
      {
        group: t('targets.departments'),
        items: departments.map(({ id, name }) => ({ value: `department:${id}`, label: name })),
      },
      {
        group: t('targets.other'),
        items: [
          ...(depth < deepestMenu ? [{ value: 'menu', label: t('targets.menu') }] : []),
          { value: 'external', label: t('targets.external') },
          { value: 'ai:', label: t('targets.ai') },
        ],
      },
      {
        group: t('targets.people'),
        items: directory.staff.map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
      },
      {
        group: t('targets.voicemail'),
        items: [
          { value: 'voicemail:', label: t('targets.general') },
          ...departments.map(({ id, name }) => ({
            value: `voicemail:${id}`,
            label: t('targets.voicemailOf', { name }),
          })),
        ],
      },
    ];
    const value = targetOf(route);
    const known = value === '' || groups.some(({ items }) => items.some((item) => item.value === value));
    if (known) return groups;
    const [type, id] = value.split(':');
    const name = departments.find((each) => each.id === id)?.name;
    const label = type === 'ai' && name !== undefined ? t('targets.aiFor', { name }) : t('targets.gone');
    return [...groups, { group: t('targets.now'), items: [{ value, label }] }];
  };
};

/** Where an option leads, as words. */
export const useTargetWords = (): ((route: Route) => string) => {
  const { t } = useTranslation('routing');
  const groups = useTargetGroups();
  const { format } = usePhoneNumbers();
  return (route) => {
    if (route.type === 'external') return route.number === '' ? t('targets.external') : format(route.number);
    if (route.type === 'menu') return t('targets.options', { count: route.options.length });
    const value = targetOf(route);
    if (value === '') return t('targets.notChosen');
    const items = groups(route, 1).flatMap((group) => group.items);
    return items.find((item) => item.value === value)?.label ?? t('targets.gone');
  };
};
