import { useTranslation } from 'react-i18next';
import type { MenuItem, RoutingView } from '../../src/routing/rules/routing-view.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { deepestMenu } from './edit-menu.ts';
import { targetOf } from './menu-target.ts';

interface TargetGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** Where an option at this depth (1 = first menu) may lead, in groups, each with its words. */
export const useTargetGroups = (
  routing: RoutingView,
): ((route: MenuItem['route'], depth: number) => TargetGroup[]) => {
  const { t } = useTranslation('routing');
  const { departments, staff } = routing;
  return (route, depth) => {
    const voicemail = (departmentId: string | null) => targetOf({ type: 'voicemail', departmentId });
    const groups = [
      {
        group: t('targets.departments'),
        items: departments.map(({ id, name }) => ({ value: `department:${id}`, label: name })),
      },
      {
        group: t('targets.people'),
        items: staff.map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
      },
      {
        group: t('targets.voicemail'),
        items: [
          { value: voicemail(null), label: t('targets.general') },
          ...departments.map(({ id, name }) => ({
            value: voicemail(id),
            label: t('targets.voicemailOf', { name }),
          })),
        ],
      },
      {
        group: t('targets.other'),
        items: [
          ...(depth < deepestMenu ? [{ value: 'menu', label: t('targets.menu') }] : []),
          { value: 'external', label: t('targets.external') },
          // No assistant is there to be chosen yet; a menu that names one keeps it.
          ...(route.type === 'ai' ? [{ value: 'ai', label: t('targets.ai') }] : []),
        ],
      },
    ];
    const value = targetOf(route);
    const known = groups.some(({ items }) => items.some((item) => item.value === value));
    return known ? groups : [...groups, { group: '', items: [{ value, label: t('targets.gone') }] }];
  };
};

/** Where an option leads, as words. */
export const useTargetWords = (routing: RoutingView): ((route: MenuItem['route']) => string) => {
  const groups = useTargetGroups(routing);
  const { format } = usePhoneNumbers();
  return (route) => {
    if (route.type === 'external') return format(route.number);
    const items = groups(route, 1).flatMap((group) => group.items);
    return items.find(({ value }) => value === targetOf(route))?.label ?? '';
  };
};
